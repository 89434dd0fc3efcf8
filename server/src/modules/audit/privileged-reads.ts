// Reads that leave an entry in the audit log, as changes do: whoever sees what these answer holds something that outlives their rights.
// Settings with secrets in them (mail server, sign-on provider, webhooks) answer none: those are written and never read back. Lists of
// people, tokens and entries show what their permission is for, and are not told.
// src/audit-walk.test.ts asks each of them, and finds any other route that downloads or answers a kept secret.

/** The action of its entry, by route. */
export const PRIVILEGED_READS: Readonly<Record<string, string>> = {
  "POST /api/v1/secrets/:id/reveal": "secret.revealed",
  "GET /api/v1/recovery-key": "recovery_key.downloaded",
  "GET /api/v1/key-backup": "key_backup.downloaded",
  "GET /api/v1/audit/export.csv": "audit.exported",
  "GET /api/v1/imports/:id/report": "import.report_downloaded",
  "GET /api/v1/licences/export": "licence.exported",
  "GET /api/v1/resources/export": "resource.exported",
  "GET /api/v1/software/export": "software.exported",
  "GET /api/v1/software/:id/resources/export": "software.exported",
  "GET /api/v1/resources/:id/attachments/:fileId": "attachment.downloaded",
  "GET /api/v1/tickets/:id/attachments/:fileId": "attachment.downloaded",
};
