import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { REASON_CODES } from "../../api/access.ts";
import { ALL_PERMISSIONS, TOKEN_SCOPES } from "./permissions.ts";

const sorted = (codes: readonly string[]) => codes.toSorted((one, other) => one.localeCompare(other));
const document = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "../../api/openapi.json"), "utf8"));
const bodyOf = (route: string) => document.paths[route].post.requestBody.content["application/json"].schema.properties;

test("every permission, token scope and reason that the server knows can be chosen and has words", () => {
  expect(sorted(ALL_PERMISSIONS)).toEqual(sorted(bodyOf("/api/v1/permission-groups").permissions.items.enum));
  expect(sorted(TOKEN_SCOPES)).toEqual(sorted(bodyOf("/api/v1/api-tokens").scopes.items.enum));
  const { code } = document.components.schemas.AccessExplanation.properties.reasons.items.properties;
  expect(sorted(REASON_CODES)).toEqual(sorted(code.enum));
});
