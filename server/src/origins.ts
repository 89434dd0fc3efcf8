// Under which addresses browsers may come to this server.

/** The part of the configuration that says how browsers come in. */
export interface Entrance {
  readonly host: string;
  readonly tls: { readonly kind: "none" | "self" | "files" };
  readonly publicUrl: string | undefined;
}

/** This machine's names on its network: host name and interface addresses. */
export type MachineNames = readonly string[];

/** Whether an address to listen on is reachable from this machine alone. */
export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);

const isEverywhere = (host: string): boolean => host === "0.0.0.0" || host === "::";

/** Whether browsers come over https, so that cookies are for https alone. */
export const usesHttps = (config: Pick<Entrance, "publicUrl" | "tls">): boolean =>
  config.publicUrl === undefined ? config.tls.kind !== "none" : config.publicUrl.startsWith("https:");

/**
 * The origins whose pages are this server's own. The first one is what people are told.
 * Passkeys need a name, so "localhost" comes before 127.0.0.1; both count.
 * @param port the port that is really listened on
 */
export function originsOf(config: Entrance, port: number, machine: MachineNames): string[] {
  if (config.publicUrl !== undefined) return [config.publicUrl];
  const scheme = config.tls.kind === "none" ? "http" : "https";
  const local = ["localhost", "127.0.0.1", "::1"];
  let names: readonly string[] = [config.host, ...local];
  if (isLoopback(config.host)) names = local;
  else if (isEverywhere(config.host)) names = [...machine, ...local];
  return [...new Set(names.map((name) => new URL(`${scheme}://${name.includes(":") ? `[${name}]` : name}:${port}`).origin))];
}
