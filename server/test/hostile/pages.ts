// Reading the console as a person does: which text stands where.
import type { Page } from "playwright-core";
import { until } from "../kit/processes.ts";

/** The text of every element that fits, in order. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

/** The text of every cell that holds a machine's text, row by row. */
export function rows(page: Page, row: string, cell = "bdi"): Promise<string[][]> {
  return page
    .locator(row)
    .evaluateAll(
      (found, inner) => found.map((element) => [...element.querySelectorAll(inner)].map((text) => text.textContent ?? "")),
      cell,
    );
}

/** Goes to another page without loading the console again. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, "", to), path);
}

/** Waits until these texts stand where `selector` fits; answers those that never came. */
export async function awaitTexts(page: Page, selector: string, wanted: readonly string[]): Promise<string[]> {
  let missing = wanted;
  const look = async () => {
    const there = new Set(await texts(page, selector));
    missing = wanted.filter((text) => !there.has(text));
    return missing.length === 0 ? true : undefined;
  };
  await until("the texts are there", look, 15_000, 100).catch(() => undefined);
  return [...missing];
}

/** What the command palette finds for each of these. */
export async function paletteFinds(page: Page, queries: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  for (const query of queries) {
    const answered = page.waitForResponse((response) => new URL(response.url()).searchParams.get("q") === query);
    await field.fill(query);
    await answered;
    await page.locator(".v-palette-entry bdi").first().waitFor();
    for (const text of await texts(page, ".v-palette-entry bdi")) found.add(text);
  }
  await page.keyboard.press("Escape");
  return found;
}

/** Waits until a text that begins so stands where `selector` fits; answers whether it came. */
export async function awaitStart(page: Page, selector: string, start: string): Promise<boolean> {
  const look = async () => ((await texts(page, selector)).some((text) => text.startsWith(start)) ? true : undefined);
  return (await until("the text is there", look, 15_000, 100).catch(() => undefined)) === true;
}
