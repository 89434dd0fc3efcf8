// Settings with their origin: organization › client › site › group › resource.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client.ts";
import type { Setting, SettingScope } from "./types.ts";

export const settingsQuery = (scope: SettingScope, id: string) =>
  queryOptions({
    queryKey: ["settings", scope, id],
    queryFn: async ({ signal }): Promise<Setting[]> =>
      (await unwrap(api.GET("/api/v1/settings", { params: { query: { scope, id } }, signal }))).items,
  });

/** Sets a value at one scope, or takes it away again with null. */
export const putSetting = (scope: SettingScope, id: string, key: string, value: number | null): Promise<Setting> =>
  unwrap(api.PUT("/api/v1/settings/{scope}/{id}/{key}", { params: { path: { scope, id, key } as never }, body: { value } }));
