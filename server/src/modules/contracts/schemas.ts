// What the routes of contracts, their types and riders take and answer.
import { type Static, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { COVERAGES, MODALITIES } from "../clients/index.ts";

const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });
const ModalityName = oneOf(MODALITIES);
const CoverageName = oneOf(COVERAGES);
/** A day of the calendar from 1900 to 2199. */
const Day = Type.String({ format: "date", pattern: "^(19|20|21)", description: "YYYY-MM-DD" });
const Money = Type.String({ pattern: "^\\d{1,12}(\\.\\d{1,2})?$", maxLength: 15, description: "A sum of money with up to two decimals" });
const ShownMoney = nullable(Type.String({ description: "Two decimals; null for people without contracts:values" }));
const Currency = Type.String({ pattern: "^[A-Z]{3}$", description: "ISO 4217" });
const Months = Type.Integer({ minimum: 1, maximum: 1200 });
const CycleDay = Type.Integer({ minimum: 1, maximum: 31, description: "Day of the month a cycle begins; the last one of a shorter month" });

export const ContractType = Type.Object(
  { id: Id, name: Type.String(), modality: ModalityName, contracts: Type.Integer({ minimum: 0 }), version: Version },
  { $id: "ContractType" },
);
export type ContractType = Static<typeof ContractType>;
export const createContractTypeBody = body({ name: Name, modality: ModalityName });
export const updateContractTypeBody = patch({ name: Type.Optional(Name) });

const Hours = Type.Number({ minimum: 0, maximum: 100_000 });
const limits = {
  tickets: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: "Of a cycle" })),
  hours: Type.Optional(Hours),
  carryMostHours: Type.Optional(Hours),
  carryCycles: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
};
const RiderLimits = Type.Object({ ...limits, excessPrice: Type.Optional(Money), credit: Type.Optional(Money) });
export type RiderLimits = Static<typeof RiderLimits>;
const item = { name: Name, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) };
const RiderItem = Type.Object({ ...item, value: Money });
export type RiderItem = Static<typeof RiderItem>;

const terms = {
  value: Type.Optional(
    Type.String({ ...Money, description: "Due every month; of modality saas it is the items' sum, and may be left out" }),
  ),
  currency: Currency,
  limits: Type.Optional(body({ ...limits, excessPrice: Type.Optional(Money), credit: Type.Optional(Money) })),
  items: Type.Optional(Type.Array(body({ ...item, value: Money }), { maxItems: 200 })),
};
const riderTerms = body(terms);
export type RiderTerms = Static<typeof riderTerms>;
export const createRiderBody = body({ startDate: Day, ...terms });
export type CreateRider = Static<typeof createRiderBody>;
export const cancelRiderBody = body({ cancelDate: Day });
export const RiderParams = Type.Object({ id: Id, riderId: Id });

export const ContractRider = Type.Object(
  {
    id: Id,
    number: Type.Integer({ minimum: 1 }),
    startDate: Day,
    cancelDate: nullable(Day),
    state: oneOf(["future", "in_force", "past", "cancelled"]),
    value: ShownMoney,
    currency: Type.String(),
    limits: Type.Object({ ...limits, excessPrice: Type.Optional(ShownMoney), credit: Type.Optional(ShownMoney) }),
    items: Type.Array(Type.Object({ name: Type.String(), quantity: Type.Integer(), value: ShownMoney })),
    createdAt: Instant,
  },
  { $id: "ContractRider" },
);
export type ContractRider = Static<typeof ContractRider>;

const STATUSES = ["active", "readjust", "expired"] as const;
export type ContractStatus = (typeof STATUSES)[number];

const rowProperties = {
  id: Id,
  number: Type.Integer({ minimum: 1, description: "Counts up in the organization, without gaps" }),
  name: Type.String(),
  client: ref(Named),
  type: Type.Object({ id: Id, name: Type.String(), modality: ModalityName }),
  status: Type.Unsafe<ContractStatus>({ type: "string", enum: [...STATUSES], description: "As of today" }),
  cancelledAt: nullable(Instant),
  startsOn: Day,
  expiresOn: nullable(Day),
  readjustOn: nullable(Day),
  cycleDay: CycleDay,
  durationMonths: nullable(Months),
  readjustMonths: nullable(Months),
  coverage: CoverageName,
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
};
export const ContractRow = Type.Object(
  { ...rowProperties, value: ShownMoney, currency: nullable(Type.String({ description: "Of the rider in force" })) },
  { $id: "ContractRow" },
);
export type ContractRow = Static<typeof ContractRow>;
export const Contract = Type.Object(
  { ...rowProperties, groups: Type.Array(ref(Named)), resources: Type.Array(ref(Named)), riders: Type.Array(ref(ContractRider)) },
  { $id: "Contract" },
);
export type Contract = Static<typeof Contract>;

export const CONTRACT_SORTS = ["number", "name", "client", "startsOn", "expiresOn"] as const;
export const contractQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  clientId: Type.Optional(Id),
  typeId: Type.Optional(Id),
  status: Type.Optional(oneOf([...STATUSES, "cancelled"])),
  sort: sortQuery(CONTRACT_SORTS, "-number"),
});
export type ContractQuery = Static<typeof contractQuery>;

const Ids = Type.Array(Id, { maxItems: 5000, uniqueItems: true });
const covered = { coverage: CoverageName, groupIds: Type.Optional(Ids), resourceIds: Type.Optional(Ids) };
const months = { durationMonths: Type.Optional(nullable(Months)), readjustMonths: Type.Optional(nullable(Months)) };
export const createContractBody = body({
  clientId: Id,
  typeId: Id,
  name: Name,
  startsOn: Day,
  cycleDay: CycleDay,
  ...months,
  ...covered,
  rider: riderTerms,
});
export type CreateContract = Static<typeof createContractBody>;
export const updateContractBody = patch({
  name: Type.Optional(Name),
  cycleDay: Type.Optional(CycleDay),
  ...months,
  ...covered,
  coverage: Type.Optional(CoverageName),
});
export type UpdateContract = Static<typeof updateContractBody>;
