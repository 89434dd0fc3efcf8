// Routes that take a file as it is (application/octet-stream).
import type { App } from "./app.ts";
import { allowLongBody } from "./body-patience.ts";

/**
 * A scope of its own: here alone the body is left on the socket for the service to read, and may take its time while it keeps coming.
 * `bodyLimit` in bytes; without one the service limits what it reads.
 */
export function withRawBodies(app: App, register: (scope: App) => void, bodyLimit?: number): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const options = bodyLimit === undefined ? {} : { bodyLimit };
    scope.addContentTypeParser("application/octet-stream", options, (_request, _payload, done) => done(null));
    // Last before the service: who sends it is known by now, and may send it.
    scope.addHook("preHandler", async ({ raw }) => allowLongBody(raw));
    register(scope as unknown as App);
  });
}
