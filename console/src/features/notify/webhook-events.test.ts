import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EVENTS } from "./webhook-events.ts";

test("every event that the server can tell a webhook can be chosen", () => {
  const document = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "../../api/openapi.json"), "utf8"));
  const { events } = document.paths["/api/v1/webhooks"].post.requestBody.content["application/json"].schema.properties;
  expect(new Set(EVENTS)).toEqual(new Set(events.items.enum));
});
