// A value that leaves the program only where somebody writes reveal(): never by JSON, by a log line or in a text.
import { inspect } from "node:util";

const refuse = (): never => {
  throw new TypeError("a secret cannot be turned into text; use reveal() where it is meant to be read");
};

export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Every call of this is a place to review. */
  reveal(): T {
    return this.#value;
  }

  /** Throws TypeError: no answer and no log line ever holds a secret. */
  toJSON(): never {
    return refuse();
  }

  /** Throws TypeError, also inside a template text. */
  toString(): never {
    return refuse();
  }

  [Symbol.toPrimitive](): never {
    return refuse();
  }

  [inspect.custom](): string {
    return "Secret {}";
  }
}
