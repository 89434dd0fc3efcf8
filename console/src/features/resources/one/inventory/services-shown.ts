// Which services are shown, and in which order. Pure.
import type { InventorySections } from "../../../../api/inventory.ts";

export type Service = NonNullable<NonNullable<InventorySections["services"]>["services"]>[number];

export interface ServiceFilter {
  readonly text: string;
  readonly state: "" | "running" | "stopped" | "failed";
}

/** Failed ones first, for they are what somebody looks for; the rest as the machine sorted them. */
export function servicesShown(services: readonly Service[], { text, state }: ServiceFilter): Service[] {
  const wanted = text.trim().toLowerCase();
  return services
    .filter((service) => state === "" || service.state === state)
    .filter(({ name = "", title = "" }) => name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(b.state === "failed") - Number(a.state === "failed"));
}
