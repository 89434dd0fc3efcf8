import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";

const bus = "/sys/bus/pci/devices/0000:03:00.0";

/** VESA's header, maker "DEL", a serial number, year 2021, and the name "P2419H" in the first descriptor. */
function monitor(number: number): Uint8Array {
  const bytes = new Uint8Array(128);
  bytes.set([0, 255, 255, 255, 255, 255, 255, 0, 0x10, 0xac, 0x46, 0xf0, number, 2, 3, 4, 1, 31]);
  bytes.set([0, 0, 0, 0xfc, 0, ...Buffer.from("P2419H\n")], 54);
  return bytes;
}

test("cards come from the PCI bus with memory and driver where the kernel tells them, monitors once each", async () => {
  const files = {
    [`${bus}/class`]: "0x030000\n",
    [`${bus}/vendor`]: "0x1002\n",
    [`${bus}/device`]: "0x73df\n",
    [`${bus}/mem_info_vram_total`]: "12868124672\n",
    [`${bus}/driver.link`]: "../../../../bus/pci/drivers/amdgpu",
    "/sys/module/amdgpu/version": "6.3.6\n",
    "/sys/bus/pci/devices/0000:04:00.0/class": "0x020000\n",
    "/usr/share/hwdata/pci.ids": "1002  Advanced Micro Devices, Inc. [AMD/ATI]\n\t73df  Navi 22 [Radeon RX 6700 XT]\n",
    "/sys/class/drm/version": "drm 1.1.0",
    "/sys/class/drm/card0/dev": "226:0",
  };
  const edid = (connector: string, content: Uint8Array) => ({ [`/sys/class/drm/${connector}/edid`]: content });
  const bytes = {
    ...edid("card0-DP-1", monitor(7)),
    ...edid("card0-DP-2", monitor(7)),
    ...edid("card0-DP-3", monitor(8)),
    ...edid("card0-HDMI-A-1", new Uint8Array()),
  };
  expect(await readLinux(fixtureMachine({ files, bytes }))).toEqual({
    cards: [
      {
        name: "Navi 22 [Radeon RX 6700 XT]",
        manufacturer: "Advanced Micro Devices, Inc. [AMD/ATI]",
        memoryBytes: 12_868_124_672,
        driverVersion: "6.3.6",
      },
    ],
    monitors: [
      { name: "P2419H", manufacturer: "Dell", serial: "67305991", year: 2021 },
      { name: "P2419H", manufacturer: "Dell", serial: "67305992", year: 2021 },
    ],
  });
});
