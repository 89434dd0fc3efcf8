import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { chassisKind } from "./chassis.ts";
import { hypervisorOf } from "./hypervisor.ts";
import { readLinux } from "./linux.ts";

const DMI = "/sys/class/dmi/id";
const laptop = {
  [`${DMI}/sys_vendor`]: "LENOVO\n",
  [`${DMI}/product_name`]: "20UDCTO1WW\n",
  [`${DMI}/product_version`]: "ThinkPad T14 Gen 1\n",
  [`${DMI}/product_serial`]: "PF1A2B3C\n",
  [`${DMI}/product_uuid`]: "4C4C4544-0036-5810-8051-B7C04F4A3732\n",
  [`${DMI}/chassis_type`]: "10\n",
  [`${DMI}/chassis_asset_tag`]: "No Asset Information\n",
  "/proc/cpuinfo": "processor\t: 0\nflags\t\t: fpu vmx\n",
};

test("a laptop by its firmware, without the placeholders of its maker", async () => {
  expect(await readLinux(fixtureMachine({ files: laptop }))).toEqual({
    manufacturer: "LENOVO",
    model: "ThinkPad T14 Gen 1 (20UDCTO1WW)",
    serial: "PF1A2B3C",
    uuid: "4c4c4544-0036-5810-8051-b7c04f4a3732",
    assetTag: "",
    chassis: "laptop",
    virtual: false,
    hypervisor: "",
  });
});

test("a virtual machine, a container and a board without such firmware", async () => {
  const kvm = {
    [`${DMI}/sys_vendor`]: "QEMU\n",
    [`${DMI}/product_name`]: "Standard PC (Q35 + ICH9, 2009)\n",
    [`${DMI}/chassis_type`]: "1\n",
  };
  expect(await readLinux(fixtureMachine({ files: kvm }))).toMatchObject({ chassis: "virtual", virtual: true, hypervisor: "kvm" });
  const container = { ...laptop, "/run/systemd/container": "lxc\n" };
  expect(await readLinux(fixtureMachine({ files: container }))).toMatchObject({ virtual: true, hypervisor: "lxc" });
  const board = {
    "/sys/firmware/devicetree/base/model": "Raspberry Pi 4 Model B Rev 1.4\0",
    "/sys/firmware/devicetree/base/serial-number": "10000000a1b2c3d4\0",
    "/proc/cpuinfo": "processor\t: 0\nBogoMIPS\t: 108.00\n",
  };
  expect(await readLinux(fixtureMachine({ files: board }))).toEqual({
    model: "Raspberry Pi 4 Model B Rev 1.4",
    serial: "10000000a1b2c3d4",
    chassis: "",
    hypervisor: "",
  });
});

test.each([
  ["Microsoft Corporation", "Virtual Machine", "hyper-v"],
  ["Microsoft Corporation", "Surface Pro 7", ""],
  ["VMware, Inc.", "VMware Virtual Platform", "vmware"],
  ["innotek GmbH", "VirtualBox", "virtualbox"],
  ["Xen", "HVM domU", "xen"],
  ["Google", "Google Compute Engine", "kvm"],
  ["Dell Inc.", "OptiPlex 7090", ""],
])("%s %s runs on %s", (vendor, model, hypervisor) => {
  expect(hypervisorOf(vendor, model)).toBe(hypervisor);
});

test("enclosures by number and by name", () => {
  expect([3, 10, 13, 23, 28, 30, 35, 2, 99, undefined].map(chassisKind)).toEqual([
    "desktop",
    "laptop",
    "all-in-one",
    "server",
    "blade",
    "tablet",
    "mini",
    "",
    "",
    "",
  ]);
  expect(["Rack Mount Chassis", "Notebook", "Mini Tower"].map(chassisKind)).toEqual(["server", "laptop", "desktop"]);
});
