// The only reader and writer of mail_settings.
import type { Tx } from "../../../database/index.ts";

export interface MailSettingsRow {
  readonly organizationId: string;
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly username: string | null;
  readonly passwordSealed: Uint8Array<ArrayBuffer> | null;
  readonly fromAddress: string;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

export async function findMailSettings(tx: Tx, organizationId: string): Promise<MailSettingsRow | undefined> {
  return (await tx.mailSettings.findUnique({ where: { organizationId } })) ?? undefined;
}

export async function upsertMailSettings(tx: Tx, row: MailSettingsRow): Promise<void> {
  const { organizationId, ...rest } = row;
  await tx.mailSettings.upsert({ where: { organizationId }, create: row, update: rest });
}

/** Answers whether there were any. */
export async function deleteMailSettings(tx: Tx, organizationId: string): Promise<boolean> {
  return (await tx.mailSettings.deleteMany({ where: { organizationId } })).count === 1;
}
