// The vault: passwords of clients and machines, sealed at rest, shown to people only when they prove themselves, used by other
// modules without being shown (use). It is not where the server keeps its own keys (server/src/keys, server/src/secrets).
import type { App } from "../../http/app.ts";
import { registerVaultRoutes } from "./routes.ts";
import { createVaultService, type Vault, type VaultDeps } from "./vault.ts";

export type { FindTarget } from "./vault.ts";

export interface VaultModule extends Pick<Vault, "use"> {
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createVault(deps: VaultDeps): VaultModule {
  const vault = createVaultService(deps);
  return { use: vault.use, registerRoutes: (app) => registerVaultRoutes(app, vault) };
}
