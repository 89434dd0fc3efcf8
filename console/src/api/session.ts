// Who is signed in, and the ways in and out.
import { type QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { setServerTime } from "../ui/clock.ts";
import type { Schemas } from "./answers.ts";
import { api, setCsrfToken, unwrap } from "./client.ts";
import { ApiError } from "./errors.ts";
import type { Session } from "./types.ts";

const KEY = ["session"] as const;

function accept(session: Session): Session {
  setCsrfToken(session.csrfToken);
  setServerTime(session.serverTime);
  return session;
}

/** Makes this the session that every page sees. */
export function takeSession(queries: QueryClient, session: Session): void {
  queries.setQueryData(KEY, accept(session));
}

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: KEY,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<Session | null> => {
    try {
      return accept(await unwrap(api.GET("/api/v1/session")));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

/** True while the server waits for its first administrator. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<boolean> => {
    try {
      return (await unwrap(api.GET("/api/v1/setup"))).needed;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return false;
      throw error;
    }
  },
});

/** The session of a page that only signed-in people reach. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new ApiError(401, "UNAUTHENTICATED", "nobody is signed in");
  return data;
}

export const can = (session: Session, permission: string): boolean => session.permissions.includes(permission);

export interface Credentials {
  readonly email: string;
  readonly password: string;
}
export interface SetupForm extends Credentials {
  readonly code: string;
  readonly organization: string;
  readonly name: string;
}

export type FactorWanted = Schemas["FactorRequired"];
export type FactorMethod = FactorWanted["methods"][number];

export const wantsFactor = (answer: Session | FactorWanted): answer is FactorWanted => "ticket" in answer;

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials): Promise<Session | FactorWanted> =>
      unwrap(api.POST("/api/v1/session", { body: credentials })),
    onSuccess: (answer) => {
      if (!wantsFactor(answer)) takeSession(queries, answer);
    },
  });
}

export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: SetupForm) => accept(await unwrap(api.POST("/api/v1/setup", { body: form }))),
    onSuccess: (session) => {
      queries.setQueryData(setupQuery.queryKey, false);
      queries.setQueryData(KEY, session);
    },
  });
}

/** Ends the session and forgets everything it showed. */
export async function signOut(queries: QueryClient): Promise<void> {
  await unwrap(api.DELETE("/api/v1/session"));
  setCsrfToken("");
  queries.clear();
  queries.setQueryData(KEY, null);
}

export interface MyChanges {
  readonly name?: string;
  readonly locale?: "en" | "pt-BR";
  readonly timeZone?: string | null;
  readonly theme?: "auto" | "light" | "dark";
}

export function useUpdateMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (changes: MyChanges) => accept(await unwrap(api.PATCH("/api/v1/me", { body: changes }))),
    onSuccess: (session) => queries.setQueryData(KEY, session),
  });
}
