import type { Inventory } from "../../../../api/inventory.ts";

/** What every tab that the inventory fills is given. */
export interface InventoryTabProps {
  readonly resourceId: string;
  readonly inventory: Inventory;
}
