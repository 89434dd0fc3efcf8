// A machine made of captured texts, for the tests of readers.
import { createFixtureHost, type FixtureOptions } from "../host/fixture-host.ts";
import { createMachine } from "./machine.ts";
import type { Machine } from "./reader.ts";

/** Its texts, and an inventory that nobody stops. */
export function fixtureMachine(options: FixtureOptions): Machine {
  return createMachine(createFixtureHost(options), new AbortController().signal);
}
