// Values that are secret, planted in everything that keeps one, and looked for in every answer.
import type pg from "pg";
import type { Answer } from "../build-app.ts";
import type { World } from "./world.ts";

/** Given to the server as they are. The key-encryption key has its 32 bytes, all printable. */
export const CANARY = {
  vaultValue: "canary-of-the-vault-5b1f",
  mailPassword: "canary-of-the-mail-server-77c2",
  ssoClientSecret: "canary-of-the-sso-client-e03d",
  recoveryKey: "-----BEGIN PRIVATE KEY-----\ncanary-of-the-recovery-key\n-----END PRIVATE KEY-----\n",
  kek: "canary-of-the-key-encryption-key",
} as const;

/** What a secret is called in the table, and every text it could be told as. */
interface Canary {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Columns that keep what nobody may be told. A new one with such a name is looked at without being named here. */
const KEEPERS = "(hash|sealed|secret|wrapped|box|password|verifier|nonce)";
/** What has such a name and is no secret: ids, a mark that says which, and the digest that readers of a file are told. */
const HARMLESS = /_id$|^audit_chain\.|^audit_entries\.|^files\.hash$/;

/** Lets the server make and keep one of each secret, as people do, and answers them with what its tables then hold. */
export async function plant(made: Planted, { world, owner }: { world: World; owner: pg.Client }): Promise<Canary[]> {
  const given = { "vault value": CANARY.vaultValue, "mail password": CANARY.mailPassword, "SSO client secret": CANARY.ssoClientSecret };
  const keys = { "key-encryption key": CANARY.kek, "recovery key": "canary-of-the-recovery-key" };
  const texts = Object.entries({ ...given, ...keys, ...made });
  return [...texts.map(([name, text]) => ({ name, texts: formsOf(Buffer.from(text), text) })), ...(await stored(owner, world))];
}

/** Secrets that the server made, by their names in the table. */
export type Planted = Readonly<Record<string, string>>;

/** Every value of the organization's columns that keep secrets. Throws when such a column has none: then nothing was planted there. */
async function stored(owner: pg.Client, { organizationId }: World): Promise<Canary[]> {
  const { rows: columns } = await owner.query<{ table: string; column: string; tenant: boolean }>(
    `select c.table_name as "table", c.column_name as "column",
       exists (select 1 from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name
         and o.column_name = 'organization_id') as tenant
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name ~ $1 and data_type in ('bytea', 'text') order by 1, 2`,
    [KEEPERS],
  );
  const canaries: Canary[] = [];
  for (const { table, column, tenant } of columns) {
    const name = `${table}.${column}`;
    if (HARMLESS.test(name)) continue;
    const { rows } = await owner.query<{ value: Buffer | string | null }>(
      `select "${column}" as value from "${table}" where "${column}" is not null ${tenant ? "and organization_id = $1" : ""}`,
      tenant ? [organizationId] : [],
    );
    if (rows.length === 0) throw new Error(`nothing is planted in ${name}: let the matrix make one (server/test/matrix/canaries.ts)`);
    canaries.push({ name, texts: rows.flatMap(({ value }) => formsOf(Buffer.from(value ?? ""), typeof value === "string" ? value : "")) });
  }
  return canaries;
}

const formsOf = (bytes: Buffer, text: string): string[] =>
  [text, bytes.toString("hex"), bytes.toString("base64"), bytes.toString("base64url")].filter((form) => form.length >= 12);

/** Which of them the answer holds, in its body or its headers. */
export function heldBy({ body, headers }: Answer<unknown>, canaries: readonly Canary[]): string[] {
  const text = `${typeof body === "string" ? body : JSON.stringify(body)} ${JSON.stringify(headers)}`;
  return canaries.filter(({ texts }) => texts.some((form) => text.includes(form))).map(({ name }) => name);
}
