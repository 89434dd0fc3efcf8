/** A filter that cannot be understood: where, and what to write instead. */
export class FilterError extends Error {
  override readonly name = "FilterError";
  /** Position in the text, from 0. */
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}
