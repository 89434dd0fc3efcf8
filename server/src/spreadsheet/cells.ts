// What a cell holds, and how text in CSV is kept from being run by the spreadsheet that opens it.

/** Text, a number, yes or no, or nothing. Days are text as YYYY-MM-DD. */
export type Cell = string | number | boolean | null;

/** Where a spreadsheet may begin a cell, also one that divides at semicolons or tabs instead, and what follows is taken for a formula. */
const BEFORE_FORMULA = /(?<=^|[;,\t\r\n])(?='*[=+\-@\t\r\n\0])/g;
const BEFORE_GUARDED = /(?<=^|[;,\t\r\n])'(?='*[=+\-@\t\r\n\0])/g;

/** The text with an apostrophe wherever a formula could begin. unguarded() takes exactly those away again. */
export const guarded = (text: string): string => text.replaceAll(BEFORE_FORMULA, "'");

/** What guarded() was given. */
export const unguarded = (text: string): string => text.replaceAll(BEFORE_GUARDED, "");

/** The text without halves of characters, which no file can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");
