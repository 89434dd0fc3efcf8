// HTTP face of the copy of the key-encryption key: taken away by the organization that set the server up, and confirmed. The key itself
// stays where it is; after that it is handed out no more.
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { type Caller, callerOf } from "../../http/caller.ts";
import { errorAnswers } from "../../http/schemas.ts";
import type { KekBackup } from "../../secrets/index.ts";
import type { Audit } from "../audit/index.ts";

const config = { permission: "installation:keys", stepUp: true } as const;
const tags = ["installation"];

/** Adds /api/v1/key-backup. */
export function registerKeyBackupRoutes(app: App, deps: { database: Database; audit: Audit; kekBackup: KekBackup }): void {
  const { database, audit, kekBackup } = deps;
  const waits = async () => {
    if (!(await kekBackup.pending())) throw new AppError("NOT_FOUND", "the key's copy was already taken away");
  };
  const record = ({ organizationId, userId, address }: Caller, action: string) =>
    database.withTenant(organizationId, (tx) => audit.record(tx, { organizationId, actor: { kind: "user", id: userId }, action, address }));

  app.get(
    "/api/v1/key-backup",
    {
      config,
      exposeHeadRoute: false,
      schema: {
        operationId: "downloadKeyBackup",
        tags,
        response: {
          200: {
            description: "32 bytes; put back as <data>/keys/kek they are the key again",
            content: { "application/octet-stream": { schema: Type.Unsafe<Buffer>({ type: "string", format: "binary" }) } },
          },
          ...errorAnswers,
        },
      },
    },
    async (request, reply) => {
      await waits();
      await record(callerOf(request), "key_backup.downloaded");
      reply.header("content-disposition", 'attachment; filename="kek"').header("cache-control", "no-store");
      return reply.type("application/octet-stream").send(Buffer.from(await kekBackup.read()));
    },
  );

  app.delete(
    "/api/v1/key-backup",
    { config, schema: { operationId: "confirmKeyBackup", tags, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      await waits();
      await kekBackup.confirm();
      await record(callerOf(request), "key_backup.confirmed");
      return reply.code(204).send(null);
    },
  );
}
