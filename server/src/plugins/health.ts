// For load balancers and service managers: alive, and ready to serve.
import { Type } from "typebox";
import type { App } from "../http/app.ts";

/** `ready` answers whether the database does; a stopping server is not ready but still alive. */
export function health(app: App, options: { ready: () => Promise<boolean> }): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  const answer = Type.Object({ status: Type.String() });
  const config = { permission: "public" } as const;
  app.get("/healthz", { config, schema: { hide: true, response: { 200: answer } } }, async () => ({ status: "alive" }));
  app.get("/readyz", { config, schema: { hide: true, response: { 200: answer, 503: answer } } }, async (request, reply) => {
    const ready =
      !stopping &&
      (await options.ready().catch((error: unknown) => {
        request.log.warn({ err: error }, "database not ready");
        return false;
      }));
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : stopping ? "stopping" : "database unavailable" });
  });
}
