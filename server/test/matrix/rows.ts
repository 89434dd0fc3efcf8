// One cell of the matrix: a request made for one principal, sent in every way they may present themselves.
import type { RouteDemand } from "../../src/http/principal.ts";
import type { Answer, Browser, TestServer } from "../build-app.ts";
import { type By, MOMENTS, type Scene } from "./moments.ts";
import { type Ask, SEEDS } from "./seeds.ts";

export interface Route {
  readonly method: string;
  readonly url: string;
  readonly demand: RouteDemand;
  readonly name: string;
}

export interface Row extends Route {
  readonly by: By;
  /** The request is of the asker's own things, and nobody else's. */
  readonly own: boolean;
  readonly ask: (scene: Scene) => Promise<Ask> | Ask;
}

/** Called with every answer, in the words of who asked what. */
export type Heard = (answer: Answer<unknown>) => void;

/** Every route of the API, by its path. HEAD and OPTIONS follow their GET. */
export const apiRoutes = ({ app }: TestServer): Route[] => allRoutes(app).filter(({ url }) => url.startsWith("/api/v1/"));

/** Every route of the server. */
export const allRoutes = ({ routeDemands }: Pick<TestServer["app"], "routeDemands">): Route[] =>
  routeDemands
    .filter(({ method }) => method !== "HEAD" && method !== "OPTIONS")
    .map(({ method, url, demand }) => ({ method, url, demand, name: `${method} ${url}` }))
    .sort((one, other) => one.url.localeCompare(other.url) || one.method.localeCompare(other.method));

/** The route with its request; undefined when there is none. */
export function rowOf(route: Route): Row | undefined {
  const seed = SEEDS[route.name];
  if (seed !== undefined)
    return { ...route, by: seed.spendsSession === true ? "newcomer" : "anybody", own: false, ask: ({ world }) => seed.ask(world) };
  const moment = MOMENTS[route.name];
  return moment === undefined ? undefined : { ...route, by: moment.by ?? "anybody", own: true, ask: moment.ask };
}

/**
 * What the server says to the scene's asker: a status; several where it depends on how they present themselves; a redirect's way.
 * `kept`, one object a row, holds a request that was refused: it changed nothing, and the next asker sends the same.
 */
export async function cellOf(row: Row, scene: Scene, heard: Heard, kept: { ask?: Ask }): Promise<string> {
  const ask = (row.own ? undefined : kept.ask) ?? (await row.ask(scene));
  const { browsers } = scene.asker;
  // A public route asks for nobody, and what it takes it may take once.
  const ways = row.demand === "public" ? browsers.slice(0, 1) : browsers;
  const said = new Set<string>();
  for (const browser of ways) {
    const answer = await sendAsIs(browser, row, ask);
    heard(answer);
    said.add(wordsOf(answer));
  }
  const cell = [...said].join("/");
  if (isOpen(cell) && row.method !== "GET") delete kept.ask;
  else kept.ask = ask;
  return cell;
}

/** Sends it and leaves the browser as it was, whatever cookie the answer sets. */
async function sendAsIs(browser: Browser, { method, url }: Route, ask: Ask): Promise<Answer<unknown>> {
  const { cookie, csrfToken } = browser;
  const answer = await browser.call(method, ask.url ?? url, ask.body, ask.headers);
  Object.assign(browser, { cookie, csrfToken });
  return answer;
}

function wordsOf({ status, headers }: Answer<unknown>): string {
  const location = String(headers["location"] ?? "");
  if (status < 300 || status >= 400) return String(status);
  return `${status} ${location.startsWith("/") ? location : "away"}`;
}

/** Whether the cell lets its principal through: yes, or on to where they wanted. */
export const isOpen = (cell: string): boolean => /^(2\d\d|303 (away|\/))$/.test(cell);
