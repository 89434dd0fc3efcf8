/** A reason not to start that a person can act on. Its message is one line: what is wrong, then what to do about it. */
export class StartError extends Error {
  override readonly name = "StartError";
  constructor(problem: string, cure: string, options?: { cause: unknown }) {
    super(`${problem}. ${cure}`.replaceAll(/\s*\n\s*/g, " "), options);
  }
}
