// Stored contracts and riders as the API answers them; money is left out for people who may not see what the client's contracts cost.
import type { StoredContract, StoredRider, StoredRow } from "./queries.ts";
import { riderState } from "./rider-dates.ts";
import type { ContractRider, ContractRow } from "./schemas.ts";

type Common = Omit<ContractRow, "value" | "currency">;

/** What a contract's own line and its page both show. */
export const toContract = (row: StoredContract): Common => ({
  id: row.id,
  number: row.number,
  name: row.name,
  client: { id: row.clientId, name: row.clientName },
  type: { id: row.typeId, name: row.typeName, modality: row.modality },
  status: row.status,
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  startsOn: row.startsOn,
  expiresOn: row.expiresOn,
  readjustOn: row.readjustOn,
  cycleDay: row.cycleDay,
  durationMonths: row.durationMonths,
  readjustMonths: row.readjustMonths,
  coverage: row.coverage,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
});

/** One line of the list. */
export const toContractRow = (row: StoredRow, showsValues: boolean): ContractRow => ({
  ...toContract(row),
  value: showsValues ? row.value : null,
  currency: row.currency,
});

/** All riders of one contract as they are on that day. */
export const toRiders = (riders: readonly StoredRider[], day: string, showsValues: boolean): ContractRider[] =>
  riders.map(({ createdAt, value, limits, items, ...rider }) => {
    const { excessPrice, credit, ...counts } = limits;
    const money = (sum: string | undefined) => (showsValues ? (sum ?? null) : null);
    return {
      ...rider,
      state: riderState(riders, rider, day),
      value: money(value),
      limits: {
        ...counts,
        ...(excessPrice !== undefined && { excessPrice: money(excessPrice) }),
        ...(credit !== undefined && { credit: money(credit) }),
      },
      items: items.map((item) => ({ ...item, value: money(item.value) })),
      createdAt: createdAt.toISOString(),
    };
  });
