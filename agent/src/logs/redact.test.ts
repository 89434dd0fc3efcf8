import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { createRedactor } from "./redact.ts";

/** Texts that would not be found in a log by chance. */
const secret = fc
  .tuple(fc.constantFrom("Zq", "7x", "Wk"), fc.stringMatching(/^[A-Za-z0-9!$%^*~#?+-]{8,40}$/), fc.constantFrom("Qz9", "x4K"))
  .map((parts) => parts.join(""));
const word = fc.stringMatching(/^[A-Za-z0-9]{8,20}$/).map((text) => `Zq${text}7x`);

/** How a secret gets into a log, one after the other. */
const PLANTED: Readonly<Record<string, (secret: string, word: string) => string>> = {
  "a setting": (one) => `db_password=${one} retries=3`,
  "a setting in quotes": (one) => `smtp.passphrase: "${one} and more"`,
  "an option": (one) => `started: mount --password ${one} /mnt`,
  "a field": (one) => JSON.stringify({ level: "info", message: "x", apiKey: one }),
  "a field in a field": (one) => JSON.stringify({ error: { config: { headers: { "set-cookie": [one] } } } }),
  "JSON in a text": (one) => JSON.stringify({ message: `sent ${JSON.stringify({ clientSecret: one })}` }),
  "JSON that was cut": (one) => `{"token":"${one}`,
  "a header": (one) => `Authorization: Bearer ${one}`,
  "a cookie": (one) => `Cookie: sid=${one}`,
  "an address' user": (one) => `cannot reach https://root:${one}@example.com/path`,
  "an address' parameters": (one) => JSON.stringify({ url: `wss://example.com/agent?t=${one}&x=1` }),
  "an address' end": (_one, name) => `went to https://example.com/a#${name}`,
  "an enrolment token": (_one, name) => `used enr_${name}${name}`,
  "an API token": (_one, name) => `used rmm_${name}_${name}`,
  "a key in a block": (_one, name) => `-----BEGIN PRIVATE KEY-----\n${name}\n${name}\n-----END PRIVATE KEY-----`,
  "a key in a field": (_one, name) => JSON.stringify({ read: `-----BEGIN PRIVATE KEY-----\n${name}\n-----END PRIVATE KEY-----\n` }),
  "a mail address": (_one, name) => `told ${name}.silva+x@example.com of it`,
  "a folder on Linux": (_one, name) => `read /home/${name}/.config/x`,
  "a folder on macOS": (_one, name) => `read /Users/${name}/Library/x`,
  "a folder on Windows": (_one, name) => `read C:\\Users\\${name}\\AppData`,
  "a folder on Windows in JSON": (_one, name) => JSON.stringify({ path: `C:\\Users\\${name} Silva\\AppData` }),
};

describe("of a zip, whatever surrounds it, nobody learns", () => {
  test.each(Object.entries(PLANTED))("%s", (_what, plant) => {
    const redactor = createRedactor([]);
    fc.assert(
      fc.property(secret, word, fc.array(fc.string(), { maxLength: 3 }), (one, name, around) => {
        const noise = around.map((text) => text.replaceAll("\n", " "));
        const log = [...noise, plant(one, name), ...noise, ""].join("\n");
        const { zip } = bundle([{ name: "logs/agent.log", about: "", content: log }], redactor, "");
        const text = Object.values(unzipSync(zip))
          .map((bytes) => Buffer.from(bytes).toString("utf8"))
          .join("\n");
        expect(text).not.toContain(name);
        // In the families that plant a word, the other secret was never there.
        expect(text).not.toContain(one);
      }),
      { numRuns: 60 },
    );
  });

  test("a secret that is known as it is written", () => {
    fc.assert(
      fc.property(word, fc.string(), (name, around) => {
        expect(createRedactor([name]).text(`${around}${name}${around}`)).not.toContain(name);
      }),
      { numRuns: 60 },
    );
  });
});

test("what helps is still there", () => {
  const { text } = createRedactor([]);
  const kept = [
    JSON.stringify({
      at: "2026-01-02T03:04:05.678Z",
      level: "warn",
      message: "a connection failed",
      error: "connect ECONNREFUSED 10.0.0.5:443",
    }),
    "agent 0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b connected to https://vigia.example.com/agent/v1",
    "read /var/lib/vigia-agent/spool/events and C:\\ProgramData\\Vigia",
    "",
  ].join("\n");
  expect(text(kept)).toBe(kept);
  expect(text("https://root:x@vigia.example.com/a?b=c told ana@example.com of /home/ana/x")).toBe(
    "https://[redacted]@vigia.example.com/a?[redacted] told [redacted]@example.com of /home/[redacted]/x",
  );
});

test("a zip that would be too large leaves out the oldest, and says so", () => {
  const noise = (seed: number) => Array.from({ length: 4_000 }, (_, index) => ((index * 7_919 * seed) % 99_991).toString(36)).join(" ");
  const entries = ["new", "old", "oldest"].map((name, index) => ({ name, about: `the ${name} log`, content: noise(index + 3) }));
  const whole = bundle(entries, createRedactor([]), "head");
  const made = bundle(entries, createRedactor([]), "head", Math.floor(whole.zip.length * 0.8));
  expect([whole.leftOut, made.names, made.leftOut]).toEqual([[], ["new", "old"], ["oldest"]]);
  const files = unzipSync(made.zip);
  expect(new Set(Object.keys(files))).toEqual(new Set(["contents.txt", "new", "old"]));
  const contents = Buffer.from(files["contents.txt"] ?? []).toString("utf8");
  expect(contents).toMatch(/^head\n/);
  expect(contents).toMatch(/Left out for want of room:\n {2}oldest {2}\d+ bytes {2}the oldest log/);
});
