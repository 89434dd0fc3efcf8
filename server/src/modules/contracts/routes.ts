// HTTP face of contracts and their riders.
import type { FastifyRequest } from "fastify";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import type { Writer } from "./needs.ts";
import type { Riders } from "./riders.ts";
import {
  Contract,
  ContractRider,
  ContractRow,
  cancelRiderBody,
  contractQuery,
  createContractBody,
  createRiderBody,
  RiderParams,
  updateContractBody,
} from "./schemas.ts";
import type { ContractService } from "./service.ts";

const tags = ["contracts"];
const read = { permission: "contracts:read" } as const;
const manage = { permission: "contracts:manage" } as const;
const url = "/api/v1/contracts";

/** The caller, with how far they may see what contracts cost. */
const writerOf = (request: FastifyRequest): Writer => ({
  ...callerOf(request),
  values: principalOf(request).reach("contracts:values"),
});

/** Adds /api/v1/contracts. */
export function registerContractRoutes(app: App, { service, riders }: { service: ContractService; riders: Riders }): void {
  for (const schema of [ContractRider, ContractRow, Contract]) app.addSchema(schema);
  const one = { 200: ref(Contract), ...errorAnswers };
  const made = { 201: ref(Contract), ...errorAnswers };

  app.get(
    url,
    {
      config: read,
      schema: {
        operationId: "listContracts",
        tags,
        querystring: contractQuery,
        response: { 200: pageOf(ref(ContractRow)), ...errorAnswers },
      },
    },
    (request) => service.list(writerOf(request), request.query),
  );
  app.post(
    url,
    { config: manage, schema: { operationId: "createContract", tags, body: createContractBody, response: made } },
    async (request, reply) => reply.code(201).send(withETag(reply, await service.create(writerOf(request), request.body))),
  );
  app.get(
    `${url}/:id`,
    { config: read, schema: { operationId: "getContract", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await service.get(writerOf(request), request.params.id)),
  );
  app.patch(
    `${url}/:id`,
    { config: manage, schema: { operationId: "updateContract", tags, params: IdParams, body: updateContractBody, response: one } },
    async (request, reply) => withETag(reply, await service.update(writerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.post(
    `${url}/:id/cancel`,
    { config: manage, schema: { operationId: "cancelContract", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await service.cancel(writerOf(request), request.params.id, ifMatch(request))),
  );
  app.post(
    `${url}/:id/riders`,
    { config: manage, schema: { operationId: "createContractRider", tags, params: IdParams, body: createRiderBody, response: made } },
    async (request, reply) => {
      const contract = await riders.create(writerOf(request), request.params.id, ifMatch(request), request.body);
      return reply.code(201).send(withETag(reply, contract));
    },
  );
  app.post(
    `${url}/:id/riders/:riderId/cancel`,
    { config: manage, schema: { operationId: "cancelContractRider", tags, params: RiderParams, body: cancelRiderBody, response: one } },
    async (request, reply) =>
      withETag(reply, await riders.cancel(writerOf(request), request.params, ifMatch(request), request.body.cancelDate)),
  );
}
