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
