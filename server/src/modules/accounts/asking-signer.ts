// The signer's refusals in the words of this server's API.
import { AppError, type ErrorCode } from "../../errors.ts";
import { type Signer, SignerRefusal, SignerUnavailable } from "../../signer/index.ts";

const CODES: Readonly<Record<SignerRefusal["code"], ErrorCode>> = {
  WRONG_CODE: "WRONG_CODE",
  TOO_MANY_ATTEMPTS: "TOO_MANY_ATTEMPTS",
  NOT_FOUND: "NOT_FOUND",
  PROOF_NEEDED: "STEP_UP_REQUIRED",
  EXPIRED: "CONFLICT",
  SAME_PERSON: "CONFLICT",
  INVALID: "INVALID_INPUT",
};

/** When somebody who found the signer away may try again, seconds: it is started again within a few. */
const RETRY_AFTER_SECONDS = 5;

/** A signer whose failures are AppErrors. Without it nobody's second factor can be told, so sign-in and step-up answer UNAVAILABLE. */
export function askingSigner(signer: Signer): Signer {
  return {
    async ask(name, body) {
      try {
        return await signer.ask(name, body);
      } catch (error) {
        if (error instanceof SignerUnavailable)
          throw new AppError("UNAVAILABLE", "second factors cannot be checked at this moment; monitoring goes on", {
            details: { part: "signer", reason: error.reason, retryAfterSeconds: RETRY_AFTER_SECONDS },
            cause: error,
          });
        if (!(error instanceof SignerRefusal)) throw error;
        const { code, message, retryAfterSeconds } = error;
        const details = {
          ...(code === "SAME_PERSON" && { reason: "same_person" }),
          ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
        };
        throw new AppError(CODES[code], message, { details, cause: error });
      }
    },
  };
}
