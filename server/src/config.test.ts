import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { originsOf, usesHttps } from "./origins.ts";

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
};

test("an empty environment is a server for this machine alone", () => {
  expect(readConfig({ VIGIA_PORT: " " })).toEqual({
    host: "127.0.0.1",
    port: 8080,
    dataDir: `${process.cwd()}/data`,
    databaseUrl: undefined,
    tls: { kind: "none" },
    publicUrl: undefined,
    trustedProxies: [],
    logLevel: "info",
    metricsToken: undefined,
    signerSocket: undefined,
    signerUser: undefined,
    mailServer: undefined,
    webhookAllow: [],
    files: { s3: undefined, most: { file: 100 * 2 ** 20, organization: 50 * 2 ** 30 } },
    exitWithParent: false,
  });
});

test.each([
  ["VIGIA_PORT", "80a", /VIGIA_PORT is "80a", which is no port\. Use a number/],
  ["VIGIA_PORT", "65536", /is no port/],
  ["VIGIA_HOST", "example.com", /VIGIA_HOST is "example\.com", which is no IP address/],
  ["VIGIA_LOG_LEVEL", "loud", /Use one of trace, debug/],
  ["VIGIA_TLS", "on", /VIGIA_TLS is "on", which is not known\. Use "self"/],
  ["VIGIA_TLS_KEY", "key.pem", /VIGIA_TLS_KEY is set but VIGIA_TLS_CERT is not/],
  ["VIGIA_PUBLIC_URL", "http://vigia.example.com", /is not https/],
  ["VIGIA_PUBLIC_URL", "https://vigia.example.com/console", /more than scheme, host and port/],
  ["VIGIA_PUBLIC_URL", "vigia.example.com", /is no web address/],
  ["VIGIA_SMTP_URL", "smtp://mail.example.com", /VIGIA_SMTP_URL is set but VIGIA_MAIL_FROM is not/],
  ["VIGIA_SMTP_URL", "https://mail.example.com", /VIGIA_SMTP_URL is no mail server's address/],
  ["VIGIA_SMTP_URL", "smtp://user@mail.example.com", /a user without a password/],
  ["VIGIA_SMTP_URL", "smtp://mail.example.com/?tls.rejectUnauthorized=false", /more than user, host and port/],
  ["VIGIA_MAIL_FROM", "nobody", /VIGIA_MAIL_FROM is "nobody", which is no mail address/],
  ["VIGIA_MAIL_FROM", "a@b.example", /VIGIA_MAIL_FROM is set but VIGIA_SMTP_URL is not/],
  ["VIGIA_WEBHOOK_ALLOW", "0.0.0.0/0", /every address there is/],
  ["VIGIA_TRUSTED_PROXIES", "10.0.0.1,proxy", /names "proxy", no address/],
  ["VIGIA_TRUSTED_PROXIES", "10.0.0.0/33", /wrong prefix/],
  ["VIGIA_TRUSTED_PROXIES", "0.0.0.0/0", /trusts every address/],
  ["VIGIA_FILES", "/srv/files", /VIGIA_FILES is "\/srv\/files", which names no bucket/],
  ["VIGIA_FILES", "s3://bucket/..", /names no folder in the bucket/],
  ["VIGIA_FILES", "s3://bucket", /VIGIA_FILES is set but VIGIA_S3_KEY_ID is not/],
  ["VIGIA_S3_ENDPOINT", "http://s3.example.com", /is not https/],
  ["VIGIA_FILE_MAX_MIB", "0", /is no such number/],
  ["VIGIA_EXIT_WITH_PARENT", "maybe", /neither 1 nor 0/],
  ["DATABASE_URL", "mysql://localhost/vigia", /no PostgreSQL URL/],
  ["DATABASE_URL", "postgresql://localhost", /names no database/],
])("%s=%s is refused in one line", (name, value, expected) => {
  const message = refusal({ [name]: value });
  expect(message).toMatch(expected);
  expect(message).not.toContain("\n");
});

test("secrets are not repeated in a refusal", () => {
  expect(refusal({ VIGIA_METRICS_TOKEN: "tooshort" })).toMatch(/^VIGIA_METRICS_TOKEN is too short to be a secret/);
  expect(refusal({ DATABASE_URL: "postgres:/me:secret@host/db" })).not.toContain("secret@");
});

describe("an address that other machines can reach", () => {
  test.each(["0.0.0.0", "192.168.1.5", "::", "10.0.0.1"])("%s needs TLS", (host) => {
    expect(refusal({ VIGIA_HOST: host })).toMatch(/which other machines can reach, and there is no TLS\. Set VIGIA_TLS_CERT/);
  });

  test.each<[string, Record<string, string>]>([
    ["its own certificate", { VIGIA_TLS_CERT: "a", VIGIA_TLS_KEY: "b" }],
    ["a self-made one", { VIGIA_TLS: "self" }],
    ["a proxy that speaks it", { VIGIA_PUBLIC_URL: "https://vigia.example.com", VIGIA_TRUSTED_PROXIES: "10.0.0.5" }],
  ])("may be used with %s", (_name, environment) => {
    expect(readConfig({ VIGIA_HOST: "0.0.0.0", ...environment }).host).toBe("0.0.0.0");
  });

  test("is refused behind a proxy that is not named, or not https", () => {
    expect(refusal({ VIGIA_HOST: "0.0.0.0", VIGIA_PUBLIC_URL: "https://vigia.example.com" })).toMatch(/there is no TLS/);
    expect(refusal({ VIGIA_HOST: "0.0.0.0", VIGIA_PUBLIC_URL: "http://localhost", VIGIA_TRUSTED_PROXIES: "10.0.0.5" })).toMatch(
      /there is no TLS/,
    );
  });

  test.each(["127.0.0.1", "127.1.2.3", "::1", "localhost"])("%s is none", (host) => {
    expect(readConfig({ VIGIA_HOST: host }).host).toBe(host);
  });
});

describe("the origins that count as this server's own", () => {
  const origins = (environment: Record<string, string>, port = 8080) =>
    originsOf(readConfig(environment), port, ["box", "192.168.1.5", "fd00::5"]);

  test("are both loopback spellings, localhost first", () => {
    expect(origins({}, 8080)).toEqual(["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"]);
  });
  test("are the public address alone where there is one", () => {
    expect(origins({ VIGIA_PUBLIC_URL: "https://Vigia.Example.com:443/" })).toEqual(["https://vigia.example.com"]);
  });
  test("are all names of the machine when it listens everywhere", () => {
    expect(origins({ VIGIA_HOST: "0.0.0.0", VIGIA_TLS: "self" }, 443)).toEqual([
      "https://box",
      "https://192.168.1.5",
      "https://[fd00::5]",
      "https://localhost",
      "https://127.0.0.1",
      "https://[::1]",
    ]);
  });
  test("start with the one address it listens on", () => {
    expect(origins({ VIGIA_HOST: "192.168.1.5", VIGIA_TLS: "self" })[0]).toBe("https://192.168.1.5:8080");
  });
});

test("cookies are for https alone where browsers come by https", () => {
  expect(usesHttps(readConfig({}))).toBe(false);
  expect(usesHttps(readConfig({ VIGIA_TLS: "self" }))).toBe(true);
  expect(usesHttps(readConfig({ VIGIA_PUBLIC_URL: "https://vigia.example.com" }))).toBe(true);
});

test("a mail server is read with its user, and never shown when it is wrong", () => {
  const { mailServer } = readConfig({
    VIGIA_SMTP_URL: "smtps://us%40er:p%3Ass@mail.example.com",
    VIGIA_MAIL_FROM: "Vigia <vigia@example.com>",
  });
  expect(mailServer).toEqual({
    host: "mail.example.com",
    port: 465,
    secure: true,
    username: "us@er",
    password: "p:ss",
    from: { name: "Vigia", address: "vigia@example.com" },
  });
  expect(refusal({ VIGIA_SMTP_URL: "smtp://user:geheim@mail.example.com/path" })).not.toContain("geheim");
});

describe("an S3-compatible store", () => {
  const given = { VIGIA_FILES: "s3://vigia-files/one/two/", VIGIA_S3_KEY_ID: "AKEXAMPLE", VIGIA_S3_SECRET: "geheim" };
  const s3 = (environment: Record<string, string>) => readConfig({ ...given, ...environment }).files.s3;

  test("is the region's own, with the bucket in its name, unless another address is given", () => {
    expect(s3({ VIGIA_S3_REGION: "sa-east-1" })).toEqual({
      endpoint: "https://s3.sa-east-1.amazonaws.com",
      region: "sa-east-1",
      bucket: "vigia-files",
      prefix: "one/two",
      style: "virtual",
      keyId: "AKEXAMPLE",
      secret: { text: "geheim" },
    });
    const own = { VIGIA_S3_ENDPOINT: "https://s3.example.com:9000" };
    expect(s3(own)).toMatchObject({ endpoint: "https://s3.example.com:9000", style: "path" });
    expect(s3({ ...own, VIGIA_S3_STYLE: "virtual" })).toMatchObject({ style: "virtual" });
  });

  test("has one secret, from the environment or a file", () => {
    expect(s3({ VIGIA_S3_SECRET: "", VIGIA_S3_SECRET_FILE: "/run/secret" })).toMatchObject({ secret: { file: "/run/secret" } });
    for (const secret of [{ VIGIA_S3_SECRET_FILE: "/run/secret" }, { VIGIA_S3_SECRET: "" }])
      expect(refusal({ ...given, ...secret })).toMatch(/Set one of VIGIA_S3_SECRET and VIGIA_S3_SECRET_FILE/);
  });
});
