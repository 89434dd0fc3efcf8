import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { i18n as I18n } from "i18next";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { sessionQuery } from "../api/session.ts";
import { styleNonce } from "../trusted-types.ts";
import { theme } from "../ui/theme.ts";
import { ToastProvider } from "../ui/toast.tsx";
import { loadFurtherWords } from "./i18n.ts";
import { createAppRouter } from "./router.tsx";

const SESSION_CHANGED: readonly string[] = ["UNAUTHENTICATED", "FACTOR_SETUP_REQUIRED"];

function createQueries(): QueryClient {
  // A session that ended elsewhere, or whose organization asks for a second factor since, is noticed at the first refusal.
  const onError = (error: Error) => {
    if (error instanceof ApiError && SESSION_CHANGED.includes(error.code))
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
        retryDelay: 800,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  return queries;
}

/** Everything the pages stand on. */
export function App({ i18n }: { i18n: I18n }) {
  const [queries] = useState(createQueries);
  const [router] = useState(() => createAppRouter(queries, () => loadFurtherWords(i18n)));
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
