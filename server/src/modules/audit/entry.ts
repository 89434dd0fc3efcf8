// One line of the audit log, as the code that causes it says it.

export interface AuditEntry {
  readonly organizationId: string;
  readonly actor: {
    readonly kind: "user" | "agent" | "enrollment_token" | "server" | "anonymous";
    readonly id?: string | undefined;
    /** The API token by which a person did it. */
    readonly tokenId?: string | undefined;
  };
  /** What was done, `<noun>.<past participle>`, e.g. "client.created". */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  /**
   * Parameters for the sentence people read; never a secret. In an entry about a person (subject kind "user") what names them
   * (PERSONAL_FIELDS, at any depth) is sealed under their own key.
   */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** More details, about a person who is not the subject; sealed under that person's key. */
  readonly about?: { readonly personId: string; readonly details: Readonly<Record<string, unknown>> } | undefined;
  /** The actor's network address; a person's is sealed. */
  readonly address?: string | undefined;
}
