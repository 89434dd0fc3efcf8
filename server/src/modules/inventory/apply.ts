// One machine's waiting records become what is known of it: sections, history, programs, traits and the event, in one transaction.
import { type InventoryTaken, WireRecord } from "@vigia/protocol";
import type { Tx } from "../../database/index.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { type Marks, showable } from "../resources/index.ts";
import { type Change, capped, changesOf } from "./changes.ts";
import { writeInstalls } from "./installs.ts";
import { forgetGone } from "./licences/queries.ts";
import { digestOf, Malformed, type OpenedSection, openSection } from "./open.ts";
import type { Bodies } from "./sections/index.ts";
import {
  addChanges,
  dropSections,
  emptyInbox,
  nameOf,
  readHead,
  readInbox,
  readSections,
  type StoredSection,
  touchSection,
  writeHead,
  writeSection,
  writeTraits,
} from "./store.ts";
import { traitsOf } from "./traits.ts";

/** A machine is asked for everything at most so often, and about one and the same digest less often still, milliseconds. */
const ASK_EVERY_MS = 3_600_000;
const ASK_SAME_EVERY_MS = 86_400_000;

/** Most changes that the event carries: who wants more asks for the history. */
const MOST_TOLD = 20;

export interface Applied {
  /** More of this machine waits. */
  readonly more: boolean;
  /** The server does not have what the machine has: ask it for everything. */
  readonly askForAll: boolean;
  /** Something was written that an open page shows. */
  readonly news: boolean;
}

const NOTHING: Applied = { more: false, askForAll: false, news: false };

/** Applies the oldest waiting records of one machine. `now` in milliseconds. */
export async function applyInbox(
  tx: Tx,
  { publish }: Pick<Marks, "publish">,
  organizationId: string,
  resourceId: string,
  now: number,
): Promise<Applied> {
  const waiting = await readInbox(tx, resourceId);
  if (waiting.length === 0) return NOTHING;
  const more = await emptyInbox(
    tx,
    resourceId,
    waiting.map(({ id }) => id),
  );
  const resource = await nameOf(tx, resourceId);
  if (resource === undefined) return { ...NOTHING, more };

  const receivedAt = new Date(now);
  const problems: string[] = [];
  // Of several records of one section the last one counts.
  const newest = new Map(waiting.map((row) => [row.section, row]));
  const before = await readSections(tx, resourceId);
  const changed: OpenedSection[] = [];
  const history: Change[] = [];
  for (const { section, at, content } of newest.values()) {
    if (section === "") continue;
    const opened = open(content, problems);
    if (opened === undefined) continue;
    const times = { takenAt: at, receivedAt };
    const was = before.find((one) => one.section === opened.name);
    if (was !== undefined && opened.digest.equals(was.digest)) {
      await touchSection(tx, resourceId, opened.name, times);
      continue;
    }
    await writeSection(tx, organizationId, resourceId, opened, times);
    if (was !== undefined)
      history.push(...changesOf(opened.name, { body: was.body as OpenedSection["body"], leftOut: was.leftOut }, opened));
    changed.push(opened);
  }
  await addChanges(tx, organizationId, resourceId, receivedAt, capped(history));
  if (problems.length > 0)
    await writeHead(tx, organizationId, resourceId, { malformedAt: receivedAt, malformed: showable(problems.join("; "), 500) });
  const last = newest.get("");
  const askForAll =
    last !== undefined &&
    (await end(tx, organizationId, resourceId, { at: last.at, taken: takenOf(last.content), now, sound: problems.length === 0 }));
  if (changed.length > 0) {
    const software = changed.find(({ name }) => name === "software")?.body as Bodies["software"];
    if (software !== undefined) await writeInstalls(tx, organizationId, resourceId, software.programs ?? []);
    const licences = changed.find(({ name }) => name === "licences")?.body as Bodies["licences"];
    if (licences !== undefined) await forgetGone(tx, resourceId, licences.licences ?? []);
    await writeTraits(tx, organizationId, resourceId, traitsOf(bodiesOf(await readSections(tx, resourceId))));
    await publish(tx, organizationId, "inventory.changed", {
      resourceId,
      resource,
      sections: changed.map(({ name }) => name),
      changes: history.slice(0, MOST_TOLD),
      changesLeft: Math.max(0, history.length - MOST_TOLD),
    });
  }
  return { more, askForAll, news: true };
}

const bodiesOf = (sections: readonly StoredSection[]): Bodies =>
  Object.fromEntries(sections.map(({ section, body }) => [section, body])) as Bodies;

function open(content: Uint8Array, problems: string[]): OpenedSection | undefined {
  try {
    const { inventorySection } = WireRecord.decode(content);
    return openSection(inventorySection ?? {});
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

const takenOf = (content: Uint8Array): InventoryTaken => WireRecord.decode(content).inventoryTaken ?? {};

/** Most sections that may be in trouble: there are not more. */
const MOST_TROUBLES = 32;

/** An inventory ended. Answers whether to ask the machine for everything. */
async function end(
  tx: Tx,
  organizationId: string,
  resourceId: string,
  { at, taken, now, sound }: { at: Date; taken: InventoryTaken; now: number; sound: boolean },
): Promise<boolean> {
  const digest = new Uint8Array(taken.digest ?? []).slice(0, 32);
  const head = await readHead(tx, resourceId);
  const sections = await readSections(tx, resourceId);
  const known = {
    takenAt: at,
    durationMs: Math.min(taken.durationMs ?? 0, 86_400_000),
    digest,
    troubles: (taken.troubles ?? []).slice(0, MOST_TROUBLES).map(({ section, reason }) => ({
      section: showable(section ?? "", 64),
      reason: showable(reason ?? "", 500),
    })) satisfies Prisma.InputJsonArray,
  };
  if (digestOf(sections).equals(digest)) {
    // Everything the machine has is here and could be read: whatever was wrong before is over.
    await writeHead(tx, organizationId, resourceId, {
      ...known,
      askedAt: null,
      askedDigest: null,
      ...(sound && { malformedAt: null, malformed: "" }),
    });
    return false;
  }
  const askedAt = head?.askedAt ?? null;
  // What was not sent again after everything was asked for is not there any more.
  const fresh = askedAt === null ? [] : sections.filter(({ receivedAt }) => receivedAt > askedAt);
  if (askedAt !== null && fresh.length > 0 && digestOf(fresh).equals(digest)) {
    await dropSections(
      tx,
      resourceId,
      sections.filter((one) => !fresh.includes(one)).map(({ section }) => section),
    );
    await writeHead(tx, organizationId, resourceId, { ...known, askedAt: null, askedDigest: null });
    return false;
  }
  const same = head?.askedDigest != null && Buffer.from(head.askedDigest).equals(digest);
  const ask = askedAt === null || now - askedAt.getTime() >= (same ? ASK_SAME_EVERY_MS : ASK_EVERY_MS);
  await writeHead(tx, organizationId, resourceId, { ...known, ...(ask && { askedAt: new Date(now), askedDigest: digest }) });
  return ask;
}
