/** A reason not to start that a person can act on. Its message is one line: what is wrong, then what to do about it. */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly problem: string;
  readonly cure: string;
  constructor(problem: string, cure: string, options?: { cause: unknown }) {
    super(oneLine(`${problem}. ${cure}`), options);
    this.problem = oneLine(problem);
    this.cure = oneLine(cure);
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ");
