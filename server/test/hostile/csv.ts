// Reads CSV as spreadsheets do, to find out what one of them would run.

/** Rows and cells of a CSV text with this separator; a quoted cell may hold lines and doubled quotes. */
export function readCsv(text: string, separator = ","): string[][] {
  const table: string[][] = [[]];
  let cell = "";
  let quoted = false;
  let begun = false;
  const put = () => {
    table.at(-1)?.push(cell);
    [cell, begun] = ["", false];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"' && (quoted || !begun)) {
      quoted = !quoted;
      begun = true;
    } else if (!quoted && character === separator) put();
    else if (!quoted && (character === "\n" || character === "\r")) {
      put();
      table.push([]);
      if (character === "\r" && text[at + 1] === "\n") at++;
    } else {
      cell += character;
      begun = true;
    }
  }
  if (cell !== "") put();
  return table.filter((row) => row.length > 0);
}

/** Where a spreadsheet begins to calculate; a plain number may have its sign. */
const FORMULA = /^(?:[=@]|[+-](?!\d+(?:\.\d+)?$))/;

/** Cells that a spreadsheet takes for a formula, whichever separator its language has. */
export const formulasIn = (text: string): string[] =>
  [",", ";", "\t"].flatMap((separator) =>
    readCsv(text, separator)
      .flat()
      .filter((cell) => FORMULA.test(cell)),
  );
