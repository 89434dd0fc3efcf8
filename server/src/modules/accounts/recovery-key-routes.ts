// HTTP face of the server's recovery key: taken away once by the organization that set the server up, then deleted here.
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { type Caller, callerOf } from "../../http/caller.ts";
import { errorAnswers } from "../../http/schemas.ts";
import type { RecoveryFile } from "../../keys/index.ts";
import type { Audit } from "../audit/index.ts";

const config = { permission: "installation:keys", stepUp: true } as const;
const tags = ["installation"];

/** Adds /api/v1/recovery-key. */
export function registerRecoveryKeyRoutes(app: App, deps: { database: Database; audit: Audit; recoveryFile: RecoveryFile }): void {
  const { database, audit, recoveryFile } = deps;
  const present = async () => {
    if (!(await recoveryFile.exists())) throw new AppError("NOT_FOUND", "the recovery key was already taken away");
  };
  const record = ({ organizationId, userId, address }: Caller, action: string) =>
    database.withTenant(organizationId, (tx) => audit.record(tx, { organizationId, actor: { kind: "user", id: userId }, action, address }));

  app.get(
    "/api/v1/recovery-key",
    {
      config,
      exposeHeadRoute: false,
      schema: {
        operationId: "downloadRecoveryKey",
        tags,
        response: { 200: { description: "PKCS#8 PEM", content: { "text/plain": { schema: Type.String() } } }, ...errorAnswers },
      },
    },
    async (request, reply) => {
      await present();
      await record(callerOf(request), "recovery_key.downloaded");
      reply.header("content-disposition", 'attachment; filename="vigia-recovery-key.pem"');
      return reply.type("text/plain; charset=utf-8").send(await recoveryFile.read());
    },
  );

  app.delete(
    "/api/v1/recovery-key",
    { config, schema: { operationId: "confirmRecoveryKey", tags, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      await present();
      // First the line, then the deed: it cannot be undone, and must not happen unseen.
      await record(callerOf(request), "recovery_key.removed");
      await recoveryFile.remove();
      return reply.code(204).send(null);
    },
  );
}
