// One line of the audit log, as the code that causes it says it.

export interface AuditEntry {
  readonly organizationId: string;
  readonly actor: { readonly kind: "user" | "agent" | "enrollment_token" | "server" | "anonymous"; readonly id?: string | undefined };
  /** What was done, `<noun>.<past participle>`, e.g. "client.created". */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  /** Parameters for the sentence people read; never a secret. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** The actor's network address. */
  readonly address?: string | undefined;
}
