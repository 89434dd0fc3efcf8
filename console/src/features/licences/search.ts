// What the licences' address says. Anything unknown in it is dropped.
export interface LicencesSearch {
  readonly q?: string;
  /** The group whose machines are shown beside the list. */
  readonly group?: string;
}

export function readLicencesSearch(search: Record<string, unknown>): LicencesSearch {
  const { q, group } = search as { [key in keyof LicencesSearch]?: unknown };
  return {
    ...((typeof q === "string" && q.trim() !== "") || typeof q === "number" ? { q: String(q).slice(0, 200) } : {}),
    ...(typeof group === "string" && /^[0-9a-f-]{36}$/i.test(group) ? { group } : {}),
  };
}
