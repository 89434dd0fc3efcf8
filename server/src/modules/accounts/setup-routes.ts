// HTTP face of first-run set-up. On a configured server these routes answer like routes that do not exist, before anything else is looked at.

import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { originOf } from "../../http/caller.ts";
import { errorAnswers, ref } from "../../http/schemas.ts";
import { Session, SetupState, setUpBody } from "./schemas.ts";
import type { Welcome } from "./session-routes.ts";
import type { Setup } from "./setup.ts";

const config = { permission: "public" } as const;

/** Adds /api/v1/setup. */
export function registerSetupRoutes(app: App, setup: Setup, welcome: Welcome): void {
  const onRequest = async () => {
    if (!(await setup.needed())) throw new AppError("NOT_FOUND", "no such route");
  };

  app.get(
    "/api/v1/setup",
    {
      config,
      onRequest,
      exposeHeadRoute: false,
      schema: {
        operationId: "getSetup",
        tags: ["setup"],
        summary: "Whether set-up is still to be done",
        response: { 200: SetupState, ...errorAnswers },
      },
    },
    async () => ({ needed: true as const }),
  );

  app.post(
    "/api/v1/setup",
    {
      config,
      onRequest,
      bodyLimit: 16_384,
      schema: { operationId: "setUp", tags: ["setup"], body: setUpBody, response: { 201: ref(Session), ...errorAnswers } },
    },
    async (request, reply) => {
      const token = await setup.run(request.body, originOf(request));
      return reply.code(201).send(await welcome(reply, token));
    },
  );
}
