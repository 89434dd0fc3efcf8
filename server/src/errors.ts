// Every error that reaches a client: a stable code, its HTTP status, a sentence for logs and developers.
// The console switches on the code and translates it; it never reads the sentence.

const STATUS = {
  INVALID_INPUT: 400,
  INVALID_SETUP_CODE: 403,
  UNAUTHENTICATED: 401,
  WRONG_CREDENTIALS: 401,
  FORBIDDEN: 403,
  WRONG_CODE: 403,
  STEP_UP_REQUIRED: 403,
  FACTOR_SETUP_REQUIRED: 403,
  BAD_ORIGIN: 403,
  BAD_CSRF_TOKEN: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  IN_USE: 409,
  CONFLICT: 409,
  GONE: 410,
  IDEMPOTENCY_KEY_REUSED: 409,
  VERSION_MISMATCH: 412,
  VERSION_REQUIRED: 428,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** An error with a meaning. `details` are parameters for the translated sentence; never a secret. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(code: ErrorCode, message: string, options: { details?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
