// The forms in which Windows prints WMI and registry: lines by hand, in the documented format.
import { expect, test } from "vitest";
import { parseRegistry } from "./registry.ts";
import { parseAnswers, parseBlocks, parseTable } from "./wmi-text.ts";

test("blocks are told apart by empty lines or by a property that comes again, whatever ends a line", () => {
  const names = (text: string) => parseBlocks(text).map((object) => object.text("name"));
  expect(names("\ufeffName=a\r\r\nSize=1\r\r\n\r\r\nName=b\r\r\n")).toEqual(["a", "b"]);
  expect(names("Name=a\nSize=1\nName=b\nSize=2")).toEqual(["a", "b"]);
  expect(names("# a remark\n\nNAME=a&amp;b\n goes on\n")).toEqual(["a&b goes on"]);
});

test("values are read as what they are", () => {
  const [object] = parseBlocks('Yes=TRUE\nNo=FALSE\nHalf=2,5\nNone=\nWord=abc\nIds={1,2}\nNames={"a, b","c"}\nText={68,69,0,99}\nOne=x\n');
  expect([object?.flag("yes"), object?.flag("No"), object?.flag("None"), object?.flag("absent")]).toEqual([
    true,
    false,
    undefined,
    undefined,
  ]);
  expect([object?.number("Half"), object?.number("None"), object?.number("Word")]).toEqual([2.5, undefined, undefined]);
  expect([object?.list("Ids"), object?.list("Names"), object?.list("One"), object?.list("None")]).toEqual([
    ["1", "2"],
    ["a, b", "c"],
    ["x"],
    [],
  ]);
  expect(object?.characters("Text")).toBe("DE");
});

test("a date is the same moment in every time zone", () => {
  const time = (text: string) => parseBlocks(`At=${text}\n`)[0]?.time("At");
  expect(time("20240131130000.000000+060")).toBe(Date.UTC(2024, 0, 31, 12));
  expect(time("20240131090000.000000-180")).toBe(Date.UTC(2024, 0, 31, 12));
  expect(time("16010101000000.000000+000")).toBeUndefined();
  expect(time("soon")).toBeUndefined();
});

test("a table's values stand below their names", () => {
  const [first, second] = parseTable("Name    Size  \nDisk 0  12    \n        7     \n");
  expect([first?.text("Name"), first?.number("Size"), second?.text("Name"), second?.number("Size")]).toEqual(["Disk 0", 12, "", 7]);
});

test("a class that is not known does not hide the next", () => {
  const answers = parseAnswers("noise\n#class=A\n#trouble=Invalid class \n#class=B \nName=x\n\n#class=C\n");
  expect(answers.get("A")).toEqual({ trouble: "Invalid class" });
  expect(answers.get("B")).toMatchObject({ objects: [expect.anything()] });
  expect(answers.get("C")).toEqual({ objects: [] });
});

const PRINTED = `\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\A key\r
    (Default)    REG_SZ    (value not set)\r
    Four    words    REG_SZ    a    b\r
    Lines    REG_SZ    first\r
second\r
    Number    REG_DWORD    0x1F\r
    Big    REG_QWORD    0x100000000\r
    Bytes    REG_BINARY    0AFF\r
    Many    REG_MULTI_SZ    a\\0b c\\0\\0\r
    Nothing    REG_SZ    \r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\A key\\Below\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\A key\\Below\\Deep\r
\r
End of search\r
`;

test("keys and values of the registry are found whatever their case", () => {
  const keys = parseRegistry(PRINTED);
  const key = keys.key("HKLM\\software\\a KEY");
  expect(key?.text("four    WORDS")).toBe("a    b");
  expect(key?.text("Lines")).toBe("first\nsecond");
  expect([key?.number("Number"), key?.number("Big"), key?.number("Lines"), key?.number("absent")]).toEqual([
    31,
    2 ** 32,
    undefined,
    undefined,
  ]);
  expect([...(key?.bytes("Bytes") ?? [])]).toEqual([10, 255]);
  expect(key?.list("Many")).toEqual(["a", "b c"]);
  expect(key?.text("Nothing")).toBe("");
  expect(keys.below("HKLM\\SOFTWARE\\A key").map(({ name }) => name)).toEqual(["Below"]);
  expect(keys.size).toBe(3);
});
