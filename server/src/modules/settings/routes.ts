// HTTP face of settings.
import { Type } from "typebox";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { body, errorAnswers, Id, nullable, ref } from "../../http/schemas.ts";
import { SETTING_NAMES, type SettingName } from "./keys.ts";
import { SCOPES, type Scope } from "./scopes.ts";
import type { Settings } from "./settings.ts";

const tags = ["settings"];
const ScopeName = Type.Unsafe<Scope>({ type: "string", enum: [...SCOPES] });

const SettingItemSchema = Type.Object(
  {
    key: Type.String(),
    value: Type.Number(),
    default: Type.Number(),
    unit: Type.String(),
    overridden: nullable(Type.Number({ description: "The value made at this very scope" })),
    origin: nullable(Type.Object({ scope: ScopeName, id: Id, name: Type.String() }, { description: "Where the value comes from" })),
  },
  { $id: "SettingItem" },
);

/** Adds /api/v1/settings. */
export function registerSettingsRoutes(app: App, settings: Settings): void {
  app.addSchema(SettingItemSchema);

  app.get(
    "/api/v1/settings",
    {
      config: { permission: "settings:read" },
      schema: {
        operationId: "getSettings",
        tags,
        querystring: Type.Object({ scope: ScopeName, id: Type.Optional(Id) }, { description: "`id` may be left out for the organization" }),
        response: { 200: Type.Object({ items: Type.Array(ref(SettingItemSchema)) }), ...errorAnswers },
      },
    },
    async (request) => {
      const { organizationId } = principalOf(request);
      const { scope, id = scope === "organization" ? organizationId : undefined } = request.query;
      if (id === undefined)
        throw new AppError("INVALID_INPUT", "name the scope's id", { details: { fields: [{ field: "id", problem: "required" }] } });
      return { items: await settings.list(callerOf(request), scope, id) };
    },
  );

  app.put(
    "/api/v1/settings/:scope/:id/:key",
    {
      config: { permission: "settings:write" },
      schema: {
        operationId: "putSetting",
        summary: "Make a value at a scope; null goes back to the inherited one",
        tags,
        params: Type.Object({ scope: ScopeName, id: Id, key: Type.Unsafe<SettingName>({ type: "string", enum: [...SETTING_NAMES] }) }),
        body: body({ value: nullable(Type.Number()) }),
        response: { 200: ref(SettingItemSchema), ...errorAnswers },
      },
    },
    (request) => {
      const { scope, id, key } = request.params;
      return settings.put(callerOf(request), { scope, id }, key, request.body.value);
    },
  );
}
