import { setFlagsFromString } from "node:v8";

/**
 * Tells V8 not to optimize: a program that works for some milliseconds each half minute never earns the compilers back, which cost
 * several MB of their own code, of memory and of time. For the agent that stays; a child that takes an inventory works hard once.
 */
export function runLean(): void {
  for (const flag of ["--no-opt", "--no-sparkplug"]) setFlagsFromString(flag);
}
