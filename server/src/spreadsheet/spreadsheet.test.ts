import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { guarded, unguarded, wellFormed } from "./cells.ts";
import { type Cell, readTableApart, type TableError, type TableFormat, tableDownload } from "./index.ts";
import { readTable } from "./read/table.ts";
import { unfold } from "./read/unfold.ts";

async function* each(rows: readonly (readonly Cell[])[]) {
  yield* rows;
}
const written = (rows: readonly (readonly Cell[])[], format: TableFormat, language: "en" | "pt-BR" = "en") =>
  buffer(tableDownload(each(rows), { name: "test", format, language }).content);

/** Texts with what matters to spreadsheets in them often. */
const Text = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."=+-@\t\r\n;,'\"|_x\0\u0001\ufeff &<>"),
      fc.constantFrom("_x0041_", "\u202e", "=cmd()", "sep=;"),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => wellFormed(parts.join("")));

test("any text comes back as it left, in both formats", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(Text, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("csv", "xlsx"),
      fc.constantFrom("en", "pt-BR"),
      async (texts, format, language) => {
        const { columns, rows } = await readTable(
          await written(
            [
              ["a", "b", "c", "d", "e"],
              ["x", ...texts],
            ],
            format as TableFormat,
            language as "en",
          ),
        );
        expect(columns).toEqual(["a", "b", "c", "d", "e"]);
        expect(rows[0]?.cells.slice(0, texts.length + 1)).toEqual(["x", ...texts]);
      },
    ),
    { numRuns: 150 },
  );
});

test("no cell begins a formula, whatever a spreadsheet divides at", () => {
  fc.assert(
    fc.property(Text, (text) => {
      expect(
        guarded(text)
          .split(/[;,\t\r\n]/)
          .filter((cell) => /^[=+\-@]/.test(cell)),
      ).toEqual([]);
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
});

test("in XLSX there is no formula at all, and numbers are numbers", async () => {
  const sheet = Buffer.from(
    unzipSync(await written([["=a"], ["=1+1", 5, true, null]], "xlsx"))["xl/worksheets/sheet1.xml"] ?? [],
  ).toString();
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t></is>');
  expect(sheet).toContain('<c r="B2"><v>5</v></c><c r="C2" t="b"><v>1</v></c></row>');
});

test.each([
  ["semicolons and a byte order mark", Buffer.from('\ufeffNome;Cliente\r\nAção;"a;b"\r\n')],
  ["tabs in UTF-16", Buffer.from("\ufeffNome\tCliente\nAção\ta;b\n", "utf16le")],
  ["Windows-1252", Buffer.from('Nome;Cliente\r\nAção;"a;b"\r\n', "latin1")],
  ["a line that names its delimiter", Buffer.from("sep=|\nNome|Cliente\n\nAção|a;b\n")],
])("CSV with %s is understood", async (_name, bytes) => {
  const { columns, rows } = await readTable(bytes);
  expect([columns, rows.map(({ cells }) => cells)]).toEqual([["Nome", "Cliente"], [["Ação", "a;b"]]]);
});

test("what unfolds to more than it says is refused before it is unfolded", () => {
  const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(8 * 2 ** 20) });
  expect(() => unfold(bomb, 2 ** 20)).toThrow(expect.objectContaining({ problem: "tooLargeUnfolded" }));
});

test("the process that reads gives the table, or the reason why there is none", async () => {
  const table = await readTableApart(await written([["Name"], ["A"], ["B"]], "xlsx"));
  expect(table).toEqual({
    columns: ["Name"],
    rows: [
      { number: 2, cells: ["A"] },
      { number: 3, cells: ["B"] },
    ],
  });
  const wrong = async (bytes: Uint8Array) => readTableApart(bytes).catch((error: unknown) => (error as TableError).problem);
  expect(
    await Promise.all([wrong(strToU8("PK\u0003\u0004 and nothing")), wrong(strToU8(" \n,\n")), wrong(strToU8(`a${"\nb".repeat(20_001)}`))]),
  ).toEqual(["unreadable", "noHeading", "tooManyRows"]);
  // A sheet of seventeen thousand million empty cells in a few bytes.
  const parts = unzipSync(await written([["a"], ["b"]], "xlsx"));
  const sheet = Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? [])
    .toString()
    .replace(/<row r="2"><c r="A2"/, '<row r="1048576"><c r="XFD1048576"');
  expect(await wrong(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(sheet) }))).toMatch(/^tooMany/);
}, 60_000);
