// What browsers report that the Content-Security-Policy kept a page from doing: logged and counted. Anybody can send such a report, so
// nothing in it is believed, little of it is kept, and few are taken.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { network } from "../http/network.ts";
import { by, type Figure } from "./prometheus/figure.ts";
import { CSP_REPORTS_PATH } from "./security-headers.ts";

const TYPES = ["application/csp-report", "application/reports+json"];
/** Bytes of one request, reports in it, and characters of each text that is kept. */
const MOST_BYTES = 16_384;
const MOST_REPORTS = 10;
const MOST_CHARACTERS = 200;
/** Requests a minute, of one address and of all. */
const PER_ADDRESS = 20;
const IN_ALL = 300;
/** The names that a figure may have; every other directive counts as "other". */
const DIRECTIVES =
  /^(default|script|style|img|font|connect|object|media|frame|worker|manifest|child)-src(-elem|-attr)?$|^(base-uri|form-action|frame-ancestors|require-trusted-types-for|trusted-types)$/;

/** Adds the route; answers the figure of what came. */
export function cspReports(app: App): Figure {
  const counts: Record<string, number> = {};
  const each = new RateLimiterMemory({ points: PER_ADDRESS, duration: 60, keyPrefix: "csp" });
  const all = new RateLimiterMemory({ points: IN_ALL, duration: 60, keyPrefix: "csp all" });
  app.register(async (scope) => {
    scope.addContentTypeParser(TYPES, { parseAs: "string", bodyLimit: MOST_BYTES }, async (_request: unknown, text: string | Buffer) =>
      String(text),
    );
    const config = { permission: "public", anyOrigin: true } as const;
    scope.post(CSP_REPORTS_PATH, { config, bodyLimit: MOST_BYTES, schema: { hide: true } }, async (request, reply) => {
      await take(each, network(request.ip));
      await take(all, "");
      for (const report of readReports(request.body)) {
        counts[report.directive] = (counts[report.directive] ?? 0) + 1;
        request.log.warn({ report }, "a browser says that a page was kept from something by its policy");
      }
      return reply.code(204).send();
    });
  });
  return by("directive", "counter", "csp_reports_total", "What browsers say that pages were kept from", () => counts);
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError("TOO_MANY_ATTEMPTS", "too many reports", { details: { retryAfterSeconds } });
  }
}

interface Report {
  readonly directive: string;
  readonly blocked: string;
  readonly page: string;
  readonly source: string;
}

/** In the form of report-uri or of the Reporting API. Throws INVALID_INPUT. */
function readReports(text: unknown): Report[] {
  let said: unknown;
  try {
    said = JSON.parse(String(text));
  } catch (error) {
    throw new AppError("INVALID_INPUT", "a report is JSON", { cause: error });
  }
  const reports = (Array.isArray(said) ? said : [said]) as ({ readonly [name: string]: unknown } | null)[];
  return reports.slice(0, MOST_REPORTS).map((report) => {
    const body = (report?.["csp-report"] ?? report?.["body"] ?? {}) as { readonly [name: string]: unknown };
    const word = (...names: string[]): string => {
      const found = names.map((name) => body[name]).find((value) => typeof value === "string");
      return typeof found === "string" ? found.slice(0, MOST_CHARACTERS) : "";
    };
    const directive = word("effective-directive", "effectiveDirective", "violated-directive");
    return {
      directive: DIRECTIVES.test(directive) ? directive : "other",
      blocked: word("blocked-uri", "blockedURL"),
      page: word("document-uri", "documentURL"),
      source: word("source-file", "sourceFile"),
    };
  });
}
