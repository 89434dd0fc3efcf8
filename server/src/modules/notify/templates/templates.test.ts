import { describe, expect, test } from "vitest";
import { MAIL_PARAMS, type MailTemplate, WORDINGS } from "./catalogue.ts";
import { compose, type StoredParams, storeParams } from "./compose.ts";
import { asHtml, asLine, asText, compile, fill } from "./engine.ts";

const reader = { name: "Ana", organization: "Acme IT", locale: "en", timeZone: "UTC" };
const AT = "2026-11-21T22:30:00.000Z";
const paramsFor = (template: MailTemplate, text = "plain"): StoredParams =>
  Object.fromEntries(
    Object.entries(MAIL_PARAMS[template]).map(([name, kind]) => [
      name,
      kind === "instant" ? AT : kind === "link" ? "https://vigia.example/reset#t=1&u=2" : text,
    ]),
  );
const templates = Object.keys(MAIL_PARAMS) as MailTemplate[];

describe.each(Object.keys(WORDINGS))("every mail in %s", (locale) => {
  test.each(templates)("%s is complete as text and as HTML", (template) => {
    const { subject, text, html } = compose(template, paramsFor(template), { ...reader, locale });
    expect(subject.length).toBeGreaterThan(5);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined/);
    expect(text).toContain("Ana");
    expect(html).toContain(`lang="${locale}"`);
  });
});

test("speaks the recipient's language and time zone, and English to everyone else", () => {
  const at = (locale: string, timeZone: string) => compose("test", { at: AT }, { ...reader, locale, timeZone }).text;
  expect(at("pt-BR", "America/Sao_Paulo")).toContain("21 de novembro de 2026");
  expect(at("pt-BR", "America/Sao_Paulo")).toContain("19:30");
  expect(at("en", "Asia/Tokyo")).toContain("November 22, 2026");
  expect(at("xx", "UTC")).toContain("This mail was sent");
  expect(at("constructor", "UTC")).toContain("This mail was sent");
});

describe("what people type", () => {
  test.each([
    "{{constructor.constructor('return process')()}}",
    "{{__proto__}}",
    "{{name}}",
    "{{#each x}}{{/each}}",
    "#{7*7}",
    "<%= 7*7 %>",
    "$& $1 $$",
  ])("stays what it is: %s", (evil) => {
    const { text, subject } = compose("api_token_created", paramsFor("api_token_created", evil), reader);
    expect(text).toContain(evil);
    expect(subject).toContain(evil);
    expect(text).not.toContain("49");
  });

  test("is no markup in HTML", () => {
    const { html } = compose("new_sign_in", paramsFor("new_sign_in", `<img src=x onerror="a('b')">&`), {
      ...reader,
      name: "<script>",
      organization: "</body>",
    });
    expect(html).toContain("&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;");
    expect(html).not.toMatch(/<script|<img/);
    expect(html.match(/<\/body>/g)).toHaveLength(1);
  });

  test("never ends a subject's line", () => {
    const evil = "x\r\nBcc: all@example.test\r\n\r\nbody\u2028\u0000";
    const { subject } = compose("api_token_created", paramsFor("api_token_created", evil), reader);
    expect(subject).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(asLine(" a\r\n b ")).toBe("a b");
    expect(asText("a\u0000\u001b[1m\nb")).toBe("a[1m\nb");
    expect(asHtml("\u0007<")).toBe("&lt;");
  });

  test("is cut when it is endless, and a mail that is too long is refused", () => {
    const { text } = compose("api_token_created", paramsFor("api_token_created", "x".repeat(1_000_000)), reader);
    expect(text.length).toBeLessThan(20_000);
    const many = compile("{{name}}".repeat(1_000_000), ["name"]);
    expect(() => fill(many, new Map([["name", "x".repeat(1_000)]]), asText)).toThrow(RangeError);
  });
});

test.each(["{{other}}", "{{ name }}", "{{name", "name}}", "{{constructor}}", "{{{name}}}", "{{#if name}}", "{{name.length}}"])(
  "a template that says %s is refused where it is written",
  (text) => {
    expect(() => compile(text, ["name"])).toThrow(TypeError);
  },
);

describe("parameters", () => {
  test("must be exactly those of the template, each of its kind", () => {
    const store = (params: unknown) => () => storeParams("password_reset", params as never);
    const good = { link: "https://vigia.example/x", expiresAt: new Date(AT) };
    expect(store(good)()).toEqual({ link: good.link, expiresAt: AT });
    expect(store({ link: good.link })).toThrow(/needs expiresAt/);
    expect(store({ ...good, more: "x" })).toThrow(TypeError);
    expect(store({ ...good, expiresAt: "soon" })).toThrow(TypeError);
    expect(store({ ...good, expiresAt: new Date(Number.NaN) })).toThrow(TypeError);
    expect(store({ ...good, link: "javascript:alert(1)" })).toThrow(/no link/);
    expect(store({ ...good, link: 5 })).toThrow(TypeError);
    expect(() => storeParams("toString" as never, {} as never)).toThrow(/no mail template/);
    expect(() => compose("__proto__", {}, reader)).toThrow(/no mail template/);
  });

  test("a value that is missing is an error, not an empty place", () => {
    expect(() => compose("password_reset", { link: "https://a.example" }, reader)).toThrow(/expiresAt/);
  });
});
