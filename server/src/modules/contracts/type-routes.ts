// HTTP face of contract types.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import type { ContractTypes } from "./contract-types.ts";
import { ContractType, createContractTypeBody, updateContractTypeBody } from "./schemas.ts";

const tags = ["contracts"];
const read = { permission: "contracts:read" } as const;
/** The sorts of agreements are the organization's, not a client's. */
const shape = { permission: "organization:admin" } as const;
const url = "/api/v1/contract-types";

/** Adds /api/v1/contract-types. */
export function registerContractTypeRoutes(app: App, types: ContractTypes): void {
  app.addSchema(ContractType);
  const one = { 200: ref(ContractType), ...errorAnswers };
  app.get(
    url,
    {
      config: read,
      schema: {
        operationId: "listContractTypes",
        tags,
        response: { 200: Type.Object({ items: Type.Array(ref(ContractType)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await types.list(callerOf(request)) }),
  );
  app.post(
    url,
    {
      config: shape,
      schema: {
        operationId: "createContractType",
        tags,
        body: createContractTypeBody,
        response: { 201: ref(ContractType), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await types.create(callerOf(request), request.body))),
  );
  app.patch(
    `${url}/:id`,
    {
      config: shape,
      schema: { operationId: "updateContractType", tags, params: IdParams, body: updateContractTypeBody, response: one },
    },
    async (request, reply) => withETag(reply, await types.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.delete(
    `${url}/:id`,
    {
      config: shape,
      schema: { operationId: "deleteContractType", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await types.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
