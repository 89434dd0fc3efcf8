/** A frame that does not keep the wire's rules. `code` is for programs, the message for logs. */
export class WireError extends Error {
  override readonly name = "WireError";
  readonly code: "truncated" | "malformed" | "too-many" | "too-deep" | "too-long" | "empty" | "several" | "invalid";
  constructor(code: WireError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
