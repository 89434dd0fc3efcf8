// `npm run screenshots [FOLDER [PAGE…]]`: a seeded server in a temporary folder, this machine's agent, and a picture of every page (or
// of those named) in both sizes, themes and languages. Looked at before a page is called done; the best go into the README and docs.
import fs from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { setUp } from "../server/test/kit/api.ts";
import { launch, openPage } from "../server/test/kit/browser.ts";
import { makeDemo } from "../server/test/kit/demo.ts";
import { makeEquipment } from "../server/test/kit/demo-equipment.ts";
import { makeOrganization } from "../server/test/kit/demo-organization.ts";
import { agentCommand, endAll, startAgent, startServer, temporaryFolder, until } from "../server/test/kit/processes.ts";
import { chromium, ensureTools } from "./setup/debian.ts";
import { prepare, root } from "./setup/prepare.ts";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const folder = path.resolve(process.argv[2] ?? path.join(root, "screenshots"));
const wanted = process.argv.slice(3);

for (const line of ensureTools([chromium], console.log)) throw new Error(line);
await prepare(console.log);
fs.mkdirSync(folder, { recursive: true });
const dataDir = temporaryFolder("screenshots");
const agentDir = temporaryFolder("screenshots-agent");
fs.chmodSync(agentDir, 0o700);
let browser: Browser | undefined;
try {
  const server = await startServer(dataDir);
  browser = await launch();
  const { page: front } = await openPage(browser);
  await front.goto(server.url);
  await front.getByLabel("Set-up code").waitFor();
  await front.screenshot({ path: path.join(folder, "set-up.png") });

  const api = await setUp(server.url, dataDir);
  // As in a server that has been at work for a while: both keys are kept elsewhere.
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  const { organizationId, technicianId, longNamedId, clientId } = await makeOrganization(api);
  const demo = await makeDemo(api);
  const { printerId } = await makeEquipment(api, clientId);
  const { items: clients } = await api.ok<{ items: { id: string; name: string }[] }>("GET", "/api/v1/clients");
  const home = clients.find((client) => client.name === "Granite Legal");
  const { token } = await api.ok<{ token: string }>("POST", "/api/v1/enrollment-tokens", { clientId: home?.id, approval: "automatic" });
  const enrolled = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  if (enrolled.code !== 0) throw new Error(enrolled.output);
  startAgent(agentDir, { VIGIA_AGENT_METRICS_INTERVAL: "5" });
  const busiest = await until("machines with history", async () => {
    const list = await api.ok<{ items: { id: string; online: boolean; cpu: number | null }[] }>(
      "GET",
      "/api/v1/resources?sort=-cpu&limit=20",
    );
    return list.items.find((row) => row.online && row.cpu !== null);
  });
  const pages = {
    overview: "/",
    resources: "/resources",
    resource: `/resources/${busiest.id}`,
    performance: `/resources/${busiest.id}?tab=performance&range=24h`,
    ...Object.fromEntries(
      ["hardware", "software", "network", "services", "updates", "users", "security"].map((tab) => [
        tab,
        `/resources/${busiest.id}?tab=${tab}`,
      ]),
    ),
    details: `/resources/${busiest.id}?tab=details`,
    files: `/resources/${busiest.id}?tab=files`,
    history: `/resources/${busiest.id}?tab=history`,
    equipment: `/resources/${printerId}`,
    "equipment-files": `/resources/${printerId}?tab=files`,
    "equipment-history": `/resources/${printerId}?tab=history`,
    "equipment-hardware": `/resources/${printerId}?tab=hardware`,
    "equipment-new": `/resources/new?clientId=${clientId}`,
    "resources-deleted": "/resources/deleted",
    fields: "/settings/fields",
    "software-report": "/software",
    "resources-asked": "/resources?filter=disk.encrypted:no",
    "resources-misasked": "/resources?filter=disk.encripted:no",
    "resource-settings": `/resources/${busiest.id}?tab=settings`,
    clients: "/clients",
    client: `/clients/${home?.id}`,
    add: "/add",
    vault: "/vault",
    audit: "/audit",
    account: "/account",
    settings: "/settings",
    people: "/settings/people",
    person: `/settings/people/${technicianId}`,
    "person-long-name": `/settings/people/${longNamedId}`,
    groups: "/settings/groups",
    explain: "/settings/explain",
    "explain-no": `/settings/explain?userId=${technicianId}&permission=settings:write&place=one&kind=client&id=${home?.id}`,
    "explain-yes": `/settings/explain?userId=${technicianId}&permission=resources:write&place=one&kind=client&id=${clientId}`,
    security: "/settings/security",
    tokens: "/settings/tokens",
    sso: "/settings/sso",
    mail: "/settings/mail",
    "vault-nothing": "/vault?q=nothing-has-this-name",
    "audit-nothing": "/audit?q=nothing-has-this-word",
    missing: "/resources/00000000-0000-7000-8000-000000000000",
  };
  const frontPages = {
    "sign-in": `/signin?organization=${organizationId}`,
    "sign-in-refused": "/signin?sso=not_linked",
    "reset-password": "/reset-password",
    "new-password": "/reset-password#token",
  };
  const chosen = (all: Record<string, string>) => Object.entries(all).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const cookie = api.cookie.split("=");
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const locale of ["en", "pt-BR"]) {
        const { page } = await openPage(browser, { viewport, colorScheme, locale });
        const take = async (list: [string, string][]) => {
          for (const [name, address] of list) {
            await page.goto(server.url + address, { waitUntil: "networkidle" });
            await page.screenshot({ path: path.join(folder, `${name}-${size}-${colorScheme}-${locale}.png`) });
          }
        };
        await take(chosen(frontPages));
        await page.context().addCookies([{ name: cookie[0] ?? "", value: cookie.slice(1).join("="), url: server.url }]);
        await take(chosen(pages));
        await page.context().close();
      }
    }
  }
  demo.stop();
  console.log(`pictures in ${folder}`);
} finally {
  await browser?.close();
  await endAll();
  for (const each of [dataDir, agentDir]) fs.rmSync(each, { recursive: true, force: true });
}
process.exit(0);
