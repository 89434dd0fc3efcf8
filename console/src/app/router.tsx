// Every address of the console. Pages are fetched when they are visited (or hovered over); this file stays small.
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { sessionQuery, setupQuery } from "../api/session.ts";
import { readClientSearch } from "../features/clients/search.ts";
import { readResourceSearch, readResourcesSearch } from "../features/resources/search.ts";
import { readSignInSearch } from "../features/session/search.ts";
import { readSetupSearch } from "../features/setup/search.ts";
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
  component: lazyRouteComponent(() => import("../features/resources/list/resources-page.tsx"), "ResourcesPage"),
});

const resource = createRoute({
  getParentRoute: () => shell,
  path: "/resources/$id",
  validateSearch: readResourceSearch,
  component: lazyRouteComponent(() => import("../features/resources/one/resource-page.tsx"), "ResourcePage"),
});

const clients = createRoute({
  getParentRoute: () => shell,
  path: "/clients",
  validateSearch: readClientSearch,
  component: lazyRouteComponent(() => import("../features/clients/clients-page.tsx"), "ClientsPage"),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: "/clients/$id",
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
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  ...wordy,
  component: lazyRouteComponent(() => import("../features/account/account-page.tsx"), "AccountPage"),
});

const tree = root.addChildren([setup, signIn, shell.addChildren([overview, resources, resource, clients, client, add, settings, account])]);

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
