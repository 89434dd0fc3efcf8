/** A refusal of the server (its stable code, HTTP status and parameters), or code NETWORK with status 0 when it could not be asked. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** The error that an answer's body describes; a body of another shape (a proxy's page, say) becomes UNKNOWN. */
export function errorOf(status: number, body: unknown): ApiError {
  if (!isRecord(body) || typeof body["code"] !== "string")
    return new ApiError(status, status >= 502 ? "NETWORK" : `HTTP_${status}`, `HTTP ${status}`);
  const message = typeof body["message"] === "string" ? body["message"] : body["code"];
  return new ApiError(status, body["code"], message, isRecord(body["details"]) ? body["details"] : {});
}
