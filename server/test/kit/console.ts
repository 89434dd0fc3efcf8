// What people do again and again in the console, and what every page of it must be: readable by everybody, and no wider than the screen.
import fs from "node:fs";
import { createRequire } from "node:module";
import { Secret, TOTP } from "otpauth";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.ts";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page of its own session that axe can look at. */
export async function openConsole(browser: Browser, options: Parameters<typeof openPage>[1] = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, { reducedMotion: "reduce", ...options });
  await watched.page.addInitScript({ content: axe });
  return watched;
}

/** What axe finds wrong with the page as it stands: rule and place. */
export const accessibility = (page: Page): Promise<string[]> => examine(page, ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);

/** The one thing a theme alone can spoil: what cannot be told from its background. */
export const contrast = (page: Page): Promise<string[]> => examine(page, ["color-contrast"]);

/** Waits until colours that were told to change have changed: even without motion that takes a frame or two. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // What turns for ever has no end to wait for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

async function examine(page: Page, runOnly: string[]): Promise<string[]> {
  // A button on its way from grey to its colour is neither.
  await painted(page);
  return await page.evaluate(async (rules) => {
    const found = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document, { runOnly: rules });
    return found.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} ${node.target.join(" ")}`));
  }, runOnly);
}

/** Whether the page needs no scrolling sideways. */
export const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** Types e-mail and password on the sign-in page that is shown, and sends them by the Enter key. */
export async function typeSignIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

/** Opens the person's menu and signs out. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByLabel("E-mail").waitFor();
}

/** A device in the browser that makes and proves passkeys without anybody touching it. */
export async function addAuthenticator(page: Page): Promise<CDPSession> {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const;
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return devices;
}

/** What an authenticator app shows now for this secret. */
export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate();
