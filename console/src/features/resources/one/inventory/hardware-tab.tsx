// What the machine is made of.

import { BoardFacts, MachineSection, MemorySlots, Processors } from "./hardware/core.tsx";
import { Audio, Batteries, Graphics, Guests, Printers } from "./hardware/peripherals.tsx";
import { Disks, Volumes } from "./hardware/storage.tsx";
import type { InventoryTabProps } from "./tab-props.ts";

export function HardwareTab({ inventory }: InventoryTabProps) {
  return (
    <>
      <div className="v-columns">
        <div>
          <MachineSection inventory={inventory} />
          <Processors inventory={inventory} />
        </div>
        <BoardFacts inventory={inventory} />
      </div>
      <MemorySlots inventory={inventory} />
      <Disks inventory={inventory} />
      <Volumes inventory={inventory} />
      <Guests inventory={inventory} />
      <div className="v-columns">
        <Graphics inventory={inventory} />
        <div>
          <Batteries inventory={inventory} />
          <Audio inventory={inventory} />
        </div>
      </div>
      <Printers inventory={inventory} />
    </>
  );
}
