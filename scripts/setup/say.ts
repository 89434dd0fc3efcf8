// How the newcomer's commands speak: quiet progress lines, and one line of cause and cure when something is wrong.
const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
const paint = (code: number, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

export const bold = (text: string): string => paint(1, text);
export const dim = (text: string): string => paint(2, text);
const green = (text: string): string => paint(32, text);
const red = (text: string): string => paint(31, text);

/** One finished step. */
export function done(text: string): void {
  console.log(`${green("✓")} ${text}`);
}

/** One line of cause and cure. */
export function problem(text: string): void {
  console.error(`${red("✗")} ${text}`);
}
