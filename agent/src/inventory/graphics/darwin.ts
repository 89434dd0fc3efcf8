// macOS: graphics cards and panels from the profile, monitors from the frame buffers.
import type { GraphicsCard, GraphicsSection, Monitor } from "@vigia/protocol";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dicts, type PlistDict, text } from "../sources/plist.ts";
import { memoryBytes, type Profile, readProfile } from "../sources/profiler.ts";
import { clean, serial } from "../text.ts";
import { parseIoregMonitors } from "./ioreg.ts";

/** The class whose kinds drive monitors: Apple's own processors have another one than Intel Macs. */
const CLASSES: { readonly [arch: string]: string } = { arm64: "IOMobileFramebuffer", x64: "IODisplay" };
export const ioregArgs = (arch: string) => ["-l", "-w0", "-r", "-d1", "-c", CLASSES[arch] ?? "IODisplay"];
export const IOREG = "/usr/sbin/ioreg";

export async function readDarwin(machine: Machine): Promise<GraphicsSection> {
  const { host, signal } = machine;
  const [profile, tree] = await Promise.all([readProfile(machine), execOptional(host, IOREG, ioregArgs(host.os().arch), signal)]);
  return { cards: cardsOf(profile), monitors: monitorsOf(profile, parseIoregMonitors(tree ?? "")) };
}

/** In the profile's order. */
function cardsOf(profile: Profile): GraphicsCard[] {
  return profile.items("SPDisplaysDataType").map((card) => {
    // Memory that belongs to the machine and is lent to the card is told apart ("spdisplays_vram_shared").
    const memory = memoryBytes(text(card, "spdisplays_vram", "_spdisplays_vram"));
    return {
      name: clean(text(card, "sppci_model", "_name")),
      manufacturer: clean(text(card, "spdisplays_vendor").replace(/^sppci_vendor_/, "")).replace(/\s*\(0x[0-9a-f]+\)$/i, ""),
      ...(memory === undefined ? {} : { memoryBytes: memory }),
    };
  });
}

/** What frame buffers say of a monitor tells more than the profile, which counts: it lists what is connected now, panels too. */
function monitorsOf(profile: Profile, details: readonly Monitor[]): Monitor[] {
  const left = [...details];
  return profile
    .items("SPDisplaysDataType")
    .flatMap((card) => dicts(card["spdisplays_ndrvs"]))
    .filter((display) => /^(?:spdisplays_)?yes$/i.test(text(display, "spdisplays_online") || "yes"))
    .map((display) => {
      const at = left.findIndex(({ name }) => name === clean(text(display, "_name")));
      const [detail] = at < 0 ? [] : left.splice(at, 1);
      return detail ?? monitorOf(display);
    })
    .toSorted((a, b) => (`${a.name}|${a.serial}` < `${b.name}|${b.serial}` ? -1 : 1));
}

function monitorOf(display: PlistDict): Monitor {
  const [, width, height] = /^(\d+) x (\d+)/.exec(text(display, "_spdisplays_pixels")) ?? [];
  const year = Number(text(display, "_spdisplays_display-year"));
  const isPanel = text(display, "spdisplays_connection_type") === "spdisplays_internal";
  return {
    name: clean(text(display, "_name")),
    manufacturer: isPanel ? "Apple" : "",
    serial: serial(text(display, "spdisplays_display-serial-number")),
    ...(year > 1990 ? { year } : {}),
    // What a monitor shows now is no fact of the monitor; a panel is always driven by all its pixels.
    ...(isPanel && width !== undefined ? { width: Number(width), height: Number(height) } : {}),
  };
}
