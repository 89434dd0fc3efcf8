// Databases for vitest: one PostgreSQL per run (global-setup.ts), one fresh migrated database per call.
import { inject } from "vitest";
import { createTestDatabase, type TestDatabase } from "./cluster.ts";

export type { TestDatabase } from "./cluster.ts";
export { TEST_ROLES } from "./cluster.ts";

/** A fresh, migrated, empty database. Call close() in afterAll. */
export const startTestDatabase = (): Promise<TestDatabase> => createTestDatabase(inject("postgres"));
