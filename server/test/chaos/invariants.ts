// What must hold of the whole besides deliveries: the audit log, bounds of memory and disk, tenants apart, presence.
import fs from "node:fs";
import path from "node:path";
import { until } from "../kit/processes.ts";
import type { World } from "./world.ts";

const MEGABYTE = 1_048_576;
/** The program (60), its capped heap (110), and twice what V8 lets buffers pile up to before it collects (64). */
const AGENT_MEGABYTES = 300;
const SERVER_MEGABYTES = 700;
/** The smallest cap a spool keeps, its ballast, and the segments and files beside. */
const SPOOL_MEGABYTES = 32 + 8 + 8;
/** The longest wait of an agent that was often turned away is five minutes (the link's backoff.ts), milliseconds. */
const BACK_MS = 310_000;

/** I7: both chains hold, and what the server said it did is in the log once. */
export async function auditFindings({ site, made }: World): Promise<string[]> {
  const findings: string[] = [];
  for (const command of [
    ["audit", "verify"],
    ["signer", "verify"],
  ]) {
    const { code, output } = await site.command(...command);
    if (code !== 0) findings.push(`I7 ${command.join(" ")}: ${output.trim()}`);
  }
  const rows = await site.ask<{ name: string; clients: number; entries: number }>(
    `select c.name, count(distinct c.id)::int clients, count(a.id)::int entries
     from clients c left join audit_entries a on a.subject_id = c.id and a.action = 'client.created'
     where c.name like 'made %' group by c.name`,
  );
  for (const { name, clients, entries } of rows)
    if (clients !== entries) findings.push(`I7 client "${name}" is there ${clients} times, and ${entries} times in the audit log`);
  for (const name of made) if (!rows.some((row) => row.name === name)) findings.push(`I7 the server made client "${name}", which is gone`);
  return findings;
}

/** I8: memory and disk stay under their caps. */
export function boundFindings({ site, everyone }: World): string[] {
  const findings: string[] = [];
  const memory = (who: string, pid: number | undefined, most: number) => {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    if (kilobytes / 1024 > most) findings.push(`I8 ${who} takes ${Math.round(kilobytes / 1024)} MB of memory`);
  };
  if (process.platform === "linux") {
    memory("the server", site.server.program.child.pid, SERVER_MEGABYTES);
    for (const { name, program } of everyone) memory(name, program.child.pid, AGENT_MEGABYTES);
  }
  for (const { name, spool } of everyone) {
    const megabytes = Math.round(sizeOf(spool) / MEGABYTE);
    if (megabytes > SPOOL_MEGABYTES) findings.push(`I8 the spool of ${name} takes ${megabytes} MB`);
  }
  return findings;
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }))
    bytes += fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}

/** I9: nothing of one organization is in the rows or the answers of the other. */
export async function tenantFindings({ site, acme, other, machines, stranger }: World): Promise<string[]> {
  const findings: string[] = [];
  const tables = await site.ask<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name in ('organization_id', 'resource_id') and table_schema in ('public', 'telemetry')
     group by table_schema, table_name having count(*) = 2`,
  );
  for (const { name } of tables) {
    const [row] = await site.ask<{ n: number }>(
      `select count(*)::int n from ${name} t join resources r on r.id = t.resource_id where r.organization_id <> t.organization_id`,
    );
    if (row?.n !== 0) findings.push(`I9 ${row?.n} rows of ${name} are another organization's than their resource`);
  }
  const seen = async (api: typeof acme) => {
    const { items } = await api.ok<{ items: { id: string }[] }>("GET", "/api/v1/resources");
    return items.map(({ id }) => id).sort();
  };
  const ids = (list: readonly { resourceId: string }[]) => list.map(({ resourceId }) => resourceId).sort();
  if (String(await seen(acme)) !== String(ids(machines))) findings.push("I9 Acme's administrator sees other machines than Acme's");
  if (String(await seen(other)) !== String(ids([stranger]))) findings.push("I9 the other administrator sees other machines than their own");
  return findings;
}

/** I10: everyone is online again, and nobody was called offline who was there. */
export async function presenceFindings({ site, everyone }: World): Promise<string[]> {
  const away = async () => {
    const rows = await site.ask<{ id: string }>("select resource_id id from resource_presence where presence = 'online'");
    return everyone.filter(({ resourceId }) => !rows.some(({ id }) => id === resourceId));
  };
  await until("all machines are online", async () => ((await away()).length === 0 ? true : undefined), BACK_MS).catch(() => undefined);
  const findings = (await away()).map(({ name }) => `I10 ${name} is not online`);
  const called = await site.ask<{ id: string }>("select resource_id id from resource_events where source = 'server' and kind = 'offline'");
  for (const { name, resourceId, wasAway } of everyone)
    if (!wasAway && called.some(({ id }) => id === resourceId)) findings.push(`I10 ${name} was called offline`);
  return findings;
}
