// Security headers on every answer. Pages get a policy of their own with a fresh nonce (console-files.ts).
import helmet from "@fastify/helmet";
import type { App } from "../http/app.ts";

/** Where browsers report what the policy kept a page from (csp-reports.ts). */
export const CSP_REPORTS_PATH = "/csp-reports";

/** The policy of every answer; with a nonce, that of one page. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
    `report-uri ${CSP_REPORTS_PATH}`,
  ].join("; ");
}

/** `secure`: people reach this server by https alone, so browsers may remember that. */
export async function securityHeaders(app: App, options: { secure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
  });
  const policy = contentSecurityPolicy();
  app.addHook("onRequest", async (request, reply) => {
    reply.header("content-security-policy", policy);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}
