// HTTP face of inventories: one machine's, the software report, and the fleet's questions.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import {
  changesQuery,
  FilterValues,
  FleetQuestions,
  holdersQuery,
  InstalledProgram,
  Inventory,
  installedQuery,
  ResourceChange,
  SoftwareHolder,
  SoftwareRow,
  softwareQuery,
  valuesQuery,
} from "./schemas.ts";
import { Bodies } from "./sections/index.ts";
import type { InventoryService } from "./service.ts";

const tags = ["inventory"];
const config = { permission: "resources:read" } as const;

/** Adds the routes, and the schemas they name. */
export function registerInventoryRoutes(app: App, inventory: InventoryService): void {
  for (const schema of [Bodies, Inventory, InstalledProgram, ResourceChange, SoftwareRow, SoftwareHolder, FleetQuestions, FilterValues])
    app.addSchema(schema);

  app.get(
    "/api/v1/resources/:id/inventory",
    { config, schema: { operationId: "getResourceInventory", tags, params: IdParams, response: { 200: ref(Inventory), ...errorAnswers } } },
    (request) => inventory.get(callerOf(request), request.params.id),
  );
  app.post(
    "/api/v1/resources/:id/inventory/request",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "requestResourceInventory",
        summary: "Has a connected machine send its whole inventory now",
        tags,
        params: IdParams,
        response: { 202: Type.Null(), ...errorAnswers },
      },
    },
    async (request, reply) => {
      await inventory.request(callerOf(request), request.params.id);
      return reply.code(202).send(null);
    },
  );
  app.get(
    "/api/v1/resources/:id/software",
    {
      config,
      schema: {
        operationId: "listResourceSoftware",
        tags,
        params: IdParams,
        querystring: installedQuery,
        response: { 200: pageOf(ref(InstalledProgram)), ...errorAnswers },
      },
    },
    (request) => inventory.programs(callerOf(request), request.params.id, request.query),
  );
  app.get(
    "/api/v1/resources/:id/changes",
    {
      config,
      schema: {
        operationId: "listResourceChanges",
        summary: "What became different on a machine, newest first",
        tags,
        params: IdParams,
        querystring: changesQuery,
        response: { 200: pageOf(ref(ResourceChange)), ...errorAnswers },
      },
    },
    (request) => inventory.changes(callerOf(request), request.params.id, request.query),
  );
  app.get(
    "/api/v1/software",
    {
      config,
      schema: {
        operationId: "listSoftware",
        summary: "Programs by version, with how many machines have them",
        tags,
        querystring: softwareQuery,
        response: { 200: pageOf(ref(SoftwareRow)), ...errorAnswers },
      },
    },
    (request) => inventory.software(callerOf(request), request.query),
  );
  app.get(
    "/api/v1/software/:id/resources",
    {
      config,
      schema: {
        operationId: "listSoftwareResources",
        summary: "Machines that have a program, or lack it",
        tags,
        params: IdParams,
        querystring: holdersQuery,
        response: { 200: pageOf(ref(SoftwareHolder)), ...errorAnswers },
      },
    },
    (request) => inventory.holders(callerOf(request), request.params.id, request.query),
  );
  app.get(
    "/api/v1/fleet/values",
    {
      config,
      schema: {
        operationId: "listFilterValues",
        summary: "What a field of the fleet's language holds, the most frequent first",
        tags,
        querystring: valuesQuery,
        response: { 200: ref(FilterValues), ...errorAnswers },
      },
    },
    async (request) => ({ items: await inventory.values(callerOf(request), request.query.field, request.query.q ?? "") }),
  );
  app.get(
    "/api/v1/fleet",
    {
      config,
      schema: {
        operationId: "askFleet",
        summary: "How many machines want attention, each number with the filter that lists them",
        tags,
        response: { 200: ref(FleetQuestions), ...errorAnswers },
      },
    },
    (request) => inventory.fleet(callerOf(request)),
  );
}
