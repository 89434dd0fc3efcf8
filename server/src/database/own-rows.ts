// The application's own half of tenancy: inside withTenant every query of Prisma, and every query written by hand, names the
// organization as well, so that it would find no foreign row even if row-level security were off.
import { Prisma, type PrismaClient } from "../generated/prisma/client.ts";

/**
 * The condition that a row belongs to the transaction's organization; `table` is its name or alias in the query, never input.
 * Every query written by hand carries it for its leading table. It is the policies' own condition, so the planner counts it once.
 */
export const ofTenant = (table: string): Prisma.Sql => Prisma.raw(`${table}.organization_id = current_setting('vigia.organization')::uuid`);

/** The condition, inside withUser, that a row is the person's own. */
export const ofPerson = (table: string): Prisma.Sql => Prisma.raw(`${table}.user_id = current_setting('vigia.user')::uuid`);

/** Binds a client to what the transaction was opened for. */
export type Bind = (prisma: PrismaClient, owner: Owner) => PrismaClient;

/** Whose rows a transaction may touch: an organization's, or a person's memberships. */
export type Owner = { readonly organizationId: string } | { readonly userId: string };

/** Puts the organization (or the person) into every condition, and refuses a new row that names another. */
export const boundTo: Bind = (prisma, owner) =>
  prisma.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => query(bind(columnOf(model, owner), operation, args as Args) as typeof args),
      },
    },
    // The extension changes what is asked, not what can be asked: the client's type stays true.
  }) as unknown as PrismaClient;

interface Args {
  readonly where?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly create?: unknown;
  readonly update?: unknown;
}

/** A column that tells whose a row is, and the value it must have. */
type Column = { readonly name: string; readonly value: string } | undefined;

const fieldsOf = (model: string): Readonly<Record<string, string>> =>
  (Prisma as unknown as Record<string, Record<string, string> | undefined>)[`${model}ScalarFieldEnum`] ?? {};

/** The installation is no organization's row: it names the one that set the server up. */
const tenantModels = new Set<string>(
  Object.values(Prisma.ModelName).filter((model) => model !== "Installation" && "organizationId" in fieldsOf(model)),
);

function columnOf(model: string, owner: Owner): Column {
  if ("userId" in owner) return model === "Membership" ? { name: "userId", value: owner.userId } : undefined;
  if (model === "Organization") return { name: "id", value: owner.organizationId };
  return tenantModels.has(model) ? { name: "organizationId", value: owner.organizationId } : undefined;
}

function bind(column: Column, operation: string, args: Args | undefined): Args | undefined {
  if (column === undefined) return args;
  const { data, create, update } = args ?? {};
  for (const row of [data, create, update].flat()) refuseForeign(column, row);
  if (operation.startsWith("create")) return args;
  return { ...args, where: narrowed(column, operation, args?.where) };
}

function refuseForeign({ name, value }: NonNullable<Column>, row: unknown): void {
  const named = (row as Record<string, unknown> | null | undefined)?.[name];
  if (named !== undefined && named !== value) throw new TypeError("a row of another organization cannot be written here");
}

function narrowed({ name, value }: NonNullable<Column>, operation: string, where: Args["where"]): Readonly<Record<string, unknown>> {
  if (where === undefined) return { [name]: value };
  if (operation === "upsert") return mustHold({ name, value }, where);
  // Beside a condition on the same column, never in its place: both hold.
  return where[name] === undefined ? { ...where, [name]: value } : { ...where, AND: [{ [name]: value }, ...[where["AND"] ?? []].flat()] };
}

/** An upsert's key says itself whose the row is: one condition more would cost it its single statement (ON CONFLICT). */
function mustHold({ name, value }: NonNullable<Column>, where: NonNullable<Args["where"]>): Readonly<Record<string, unknown>> {
  const compound = Object.entries(where).find(([key]) => key.split("_").includes(name))?.[1];
  const named = compound instanceof Object ? (compound as Record<string, unknown>)[name] : compound;
  if (named !== value) throw new TypeError("an upsert must name this organization in its key");
  return where;
}
