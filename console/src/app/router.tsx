// Every address of the console. Pages are fetched when they are visited (or hovered over); this file stays small.
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery, setupQuery } from "../api/session.ts";
import { readExplainSearch } from "../features/access/explain-search.ts";
import { readAccountSearch } from "../features/account/search.ts";
import { readAuditSearch } from "../features/audit/search.ts";
import { readClientSearch } from "../features/clients/search.ts";
import { readLicencesSearch } from "../features/licences/search.ts";
import { readNewResourceSearch, readResourceSearch, readResourcesSearch } from "../features/resources/search.ts";
import { readSignInSearch } from "../features/session/search.ts";
import { readSetupSearch } from "../features/setup/search.ts";
import { readSoftwareSearch } from "../features/software/search.ts";
import { Crash, Missing, Pending } from "./route-states.tsx";
import { Shell } from "./shell/shell.tsx";

interface Context {
  readonly queries: QueryClient;
  /** Fetches the words that only some pages need. */
  readonly furtherWords: () => Promise<void>;
}

/** For routes whose pages speak further words: fetched beside the page itself. */
const wordy = { loader: ({ context }: { context: Context }): Promise<void> => context.furtherWords() };

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: Missing });

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: readSetupSearch,
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null && !(await context.queries.ensureQueryData(setupQuery))) throw redirect({ to: "/signin", search: {} });
  },
  ...wordy,
  component: lazyRouteComponent(() => import("../features/setup/setup-page.tsx"), "SetupPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/signin",
  validateSearch: readSignInSearch,
  beforeLoad: async ({ context }) => {
    if ((await context.queries.ensureQueryData(sessionQuery)) !== null) throw redirect({ to: "/" });
    if (await context.queries.ensureQueryData(setupQuery)) throw redirect({ to: "/setup", search: {} });
  },
  ...wordy,
  component: lazyRouteComponent(() => import("../features/session/sign-in-page.tsx"), "SignInPage"),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: async ({ context, location }) => {
    if ((await context.queries.ensureQueryData(sessionQuery)) !== null) return;
    if (await context.queries.ensureQueryData(setupQuery)) throw redirect({ to: "/setup", search: {} });
    throw redirect({ to: "/signin", search: location.href === "/" ? {} : { to: location.href } });
  },
  component: Shell,
});

const overview = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("../features/overview/overview-page.tsx"), "OverviewPage"),
});

const resources = createRoute({
  getParentRoute: () => shell,
  path: "/resources",
  validateSearch: readResourcesSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/resources/list/resources-page.tsx"), "ResourcesPage"),
});

const newResource = createRoute({
  getParentRoute: () => shell,
  path: "/resources/new",
  validateSearch: readNewResourceSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/resources/new/new-page.tsx"), "NewResourcePage"),
});

const deletedResources = createRoute({
  getParentRoute: () => shell,
  path: "/resources/deleted",
  ...wordy,
  component: lazyRouteComponent(() => import("../features/resources/deleted/deleted-page.tsx"), "DeletedResourcesPage"),
});

const resource = createRoute({
  getParentRoute: () => shell,
  path: "/resources/$id",
  validateSearch: readResourceSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/resources/one/resource-page.tsx"), "ResourcePage"),
});

const software = createRoute({
  getParentRoute: () => shell,
  path: "/software",
  validateSearch: readSoftwareSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/software/software-page.tsx"), "SoftwarePage"),
});

const licences = createRoute({
  getParentRoute: () => shell,
  path: "/licences",
  validateSearch: readLicencesSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/licences/licences-page.tsx"), "LicencesPage"),
});

const importTable = createRoute({
  getParentRoute: () => shell,
  path: "/resources/import",
  validateSearch: (search: Record<string, unknown>): { id?: string } =>
    typeof search["id"] === "string" && /^[0-9a-f-]{36}$/i.test(search["id"]) ? { id: search["id"] } : {},
  ...wordy,
  component: lazyRouteComponent(() => import("../features/resources/import/import-page.tsx"), "ImportPage"),
});

const clients = createRoute({
  getParentRoute: () => shell,
  path: "/clients",
  validateSearch: readClientSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/clients/clients-page.tsx"), "ClientsPage"),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: "/clients/$id",
  ...wordy,
  component: lazyRouteComponent(() => import("../features/clients/client-page.tsx"), "ClientPage"),
});

const add = createRoute({
  getParentRoute: () => shell,
  path: "/add",
  validateSearch: (search: Record<string, unknown>): { clientId?: string; siteId?: string } => ({
    ...(typeof search["clientId"] === "string" ? { clientId: search["clientId"] } : {}),
    ...(typeof search["siteId"] === "string" ? { siteId: search["siteId"] } : {}),
  }),
  ...wordy,
  component: lazyRouteComponent(() => import("../features/enrollment/add-page.tsx"), "AddPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  ...wordy,
  component: lazyRouteComponent(() => import("../features/settings/settings-layout.tsx"), "SettingsLayout"),
});

const general = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: "/people",
  component: lazyRouteComponent(() => import("../features/access/people-page.tsx"), "PeoplePage"),
});

const person = createRoute({
  getParentRoute: () => settings,
  path: "/people/$id",
  component: lazyRouteComponent(() => import("../features/access/person-page.tsx"), "PersonPage"),
});

const groups = createRoute({
  getParentRoute: () => settings,
  path: "/groups",
  component: lazyRouteComponent(() => import("../features/access/groups-page.tsx"), "GroupsPage"),
});

const explain = createRoute({
  getParentRoute: () => settings,
  path: "/explain",
  validateSearch: readExplainSearch,
  component: lazyRouteComponent(() => import("../features/access/explain-page.tsx"), "ExplainPage"),
});

const security = createRoute({
  getParentRoute: () => settings,
  path: "/security",
  component: lazyRouteComponent(() => import("../features/access/security-page.tsx"), "SecurityPage"),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: "/tokens",
  component: lazyRouteComponent(() => import("../features/access/tokens-page.tsx"), "TokensPage"),
});

const sso = createRoute({
  getParentRoute: () => settings,
  path: "/sso",
  component: lazyRouteComponent(() => import("../features/access/sso-page.tsx"), "SsoPage"),
});

const fields = createRoute({
  getParentRoute: () => settings,
  path: "/fields",
  component: lazyRouteComponent(() => import("../features/fields/fields-page.tsx"), "FieldsPage"),
});

const mail = createRoute({
  getParentRoute: () => settings,
  path: "/mail",
  component: lazyRouteComponent(() => import("../features/notify/mail-page.tsx"), "MailPage"),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: "/audit",
  validateSearch: readAuditSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/audit/audit-page.tsx"), "AuditPage"),
});

const vault = createRoute({
  getParentRoute: () => shell,
  path: "/vault",
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search["q"] === "string" && search["q"] !== "" ? { q: search["q"].slice(0, 200) } : {},
  ...wordy,
  component: lazyRouteComponent(() => import("../features/vault/vault-page.tsx"), "VaultPage"),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  ...wordy,
  component: lazyRouteComponent(() => import("../features/session/reset-page.tsx"), "ResetPage"),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  validateSearch: readAccountSearch,
  ...wordy,
  component: lazyRouteComponent(() => import("../features/account/account-page.tsx"), "AccountPage"),
});

const settingsArea = settings.addChildren([general, people, person, groups, explain, security, tokens, sso, mail, fields]);
const pages = shell.addChildren([
  overview,
  resources,
  newResource,
  deletedResources,
  resource,
  software,
  licences,
  importTable,
  clients,
  client,
  add,
  settingsArea,
  account,
  audit,
  vault,
]);
const tree = root.addChildren([setup, signIn, passwordReset, pages]);

export function createAppRouter(queries: QueryClient, furtherWords: () => Promise<void>) {
  return createRouter({
    routeTree: tree,
    context: { queries, furtherWords },
    defaultPreload: "intent",
    defaultPendingMs: 80,
    defaultPendingMinMs: 0,
    defaultPendingComponent: Pending,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Missing,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
