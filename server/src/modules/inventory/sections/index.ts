// The nineteen sections of an inventory as the server keeps and answers them: one schema each, named as on the wire.
import type { SectionName } from "@vigia/protocol";
import { type Static, type TObject, Type } from "typebox";
import { HARDWARE } from "./hardware.ts";
import { SYSTEM } from "./system.ts";

export const SECTIONS = { ...HARDWARE, ...SYSTEM } satisfies Readonly<Record<SectionName, TObject>>;

/** All sections that are known of one machine. */
export const Bodies = Type.Partial(Type.Object(SECTIONS), { $id: "InventorySections" });
export type Bodies = Static<typeof Bodies>;

/** Whether the server knows such a section. */
export const isSection = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);
