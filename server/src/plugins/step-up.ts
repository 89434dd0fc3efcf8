// Dangerous routes (`config: { stepUp: true }`) ask for a proof within the last five minutes, and sessions that still owe their
// organization a second factor reach only the routes that set one up (`config: { duringFactorSetup: true }`).
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";

/** Must be added after the permissions, which answer strangers first, and before any route. */
export function stepUp(app: App, options: { isFresh(sessionId: string): boolean }): void {
  app.addHook("onRequest", async (request) => {
    const { permission, stepUp: asks, duringFactorSetup } = request.routeOptions.config;
    const { principal } = request;
    if (principal === null || permission === undefined || permission === "public") return;
    if (principal.factorSetup === true && duringFactorSetup !== true)
      throw new AppError("FACTOR_SETUP_REQUIRED", "your organization asks for a second factor: set one up first");
    if (asks === true && !options.isFresh(principal.sessionId))
      throw new AppError("STEP_UP_REQUIRED", "prove that it is you: POST /api/v1/session/step-up");
  });
}
