import { DiskHealth } from "@vigia/protocol";
import { describe, expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { ReadInPart } from "../reader.ts";
import { readLinux } from "./linux.ts";
import { parseSmartctl } from "./smartctl.ts";

// Written in the formats of sysfs, of udev's database and of smartctl.
const sda = {
  "/sys/block/sda.link": "../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda",
  "/sys/block/sda/dev": "8:0\n",
  "/sys/block/sda/removable": "0\n",
  "/sys/block/sda/queue/rotational": "0\n",
  "/sys/block/sda/device/vendor": "ATA     \n",
  "/sys/block/sda/device/model": "Samsung SSD 870 \n",
  "/sys/block/sda/device/rev": "1B6Q\n",
  "/sys/class/block/sda/size": "976773168\n",
  "/run/udev/data/b8:0":
    "E:ID_BUS=ata\nE:ID_MODEL=Samsung_SSD_870_EVO_500GB\nE:ID_MODEL_ENC=Samsung\\x20SSD\\x20870\\x20EVO\\x20500GB\\x20\nE:ID_SERIAL_SHORT=S5Y1NX0R123456\n",
};
const nvme = {
  "/sys/block/nvme0n1.link": "../devices/pci0000:00/0000:00:1d.0/0000:3c:00.0/nvme/nvme0/nvme0n1",
  "/sys/block/nvme0n1/dev": "259:0\n",
  "/sys/block/nvme0n1/queue/rotational": "0\n",
  "/sys/block/nvme0n1/device/model": "WDC PC SN730 SDBQNTY-512G-1001          \n",
  "/sys/block/nvme0n1/device/serial": "20301A801234        \n",
  "/sys/block/nvme0n1/device/firmware_rev": "11170101\n",
  "/sys/class/block/nvme0n1/size": "1000215216\n",
};
const others = {
  "/sys/block/loop0/dev": "7:0\n",
  "/sys/block/dm-0/dev": "253:0\n",
  "/sys/block/sr0/dev": "11:0\n",
  "/sys/block/sdb/dev": "8:16\n",
};
const SMART = `smartctl 7.3 2022-02-28 r5338 [x86_64-linux] (local build)

=== START OF INFORMATION SECTION ===
Device Model:     Samsung SSD 870 EVO 500GB
Serial Number:    S5Y1NX0R123456
Firmware Version: SVT02B6Q
User Capacity:    500,107,862,016 bytes [500 GB]
Rotation Rate:    Solid State Device
SATA Version is:  SATA 3.3, 6.0 Gb/s (current: 6.0 Gb/s)

=== START OF READ SMART DATA SECTION ===
SMART overall-health self-assessment test result: PASSED

ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE
  5 Reallocated_Sector_Ct   0x0033   100   100   010    Pre-fail  Always       -       3
  9 Power_On_Hours          0x0032   098   098   000    Old_age   Always       -       8765
177 Wear_Leveling_Count     0x0013   093   093   000    Pre-fail  Always       -       119
`;

describe("disks on Linux", () => {
  test("disks by sysfs and udev; loop devices, mappings, optical drives and empty readers are none", async () => {
    expect(await readLinux(fixtureMachine({ files: { ...sda, ...nvme, ...others } }))).toEqual({
      disks: [
        {
          name: "nvme0n1",
          manufacturer: "",
          model: "WDC PC SN730 SDBQNTY-512G-1001",
          serial: "20301A801234",
          firmware: "11170101",
          bytes: 1_000_215_216 * 512,
          kind: "ssd",
          bus: "nvme",
        },
        {
          name: "sda",
          manufacturer: "",
          model: "Samsung SSD 870 EVO 500GB",
          serial: "S5Y1NX0R123456",
          firmware: "1B6Q",
          bytes: 976_773_168 * 512,
          kind: "ssd",
          bus: "sata",
        },
      ],
    });
  });

  test("with smartctl also how they fare", async () => {
    const { disks } = await readLinux(fixtureMachine({ files: sda, programs: { "smartctl -i -H -A /dev/sda": SMART } }));
    expect(disks?.[0]).toMatchObject({
      firmware: "SVT02B6Q",
      health: DiskHealth.DISK_HEALTH_OK,
      wearPercent: 7,
      poweredHours: 8_700,
      reallocatedSectors: 3,
    });
  });

  test("without root the disks are there, and it is said what is missing", async () => {
    const denied = "Smartctl open device: /dev/sda failed: Permission denied\n";
    const reading = readLinux(fixtureMachine({ files: sda, programs: { "smartctl -i -H -A /dev/sda": denied } }));
    await expect(reading).rejects.toThrow(ReadInPart);
    await expect(reading).rejects.toMatchObject({ part: { disks: [{ name: "sda" }] } });
  });
});

describe("smartctl", () => {
  test("a disk that predicts its failure, with what fails", () => {
    const failing = SMART.replace("PASSED", "FAILED!").replace("Always       -       3", "Always   FAILING_NOW 2400");
    expect(parseSmartctl(failing)).toMatchObject({
      health: DiskHealth.DISK_HEALTH_FAILING,
      healthReason: "Reallocated Sector Ct",
      reallocatedSectors: 2_400,
    });
  });

  test("NVMe and SAS in their own words", () => {
    const nvmeReport =
      "Model Number:                       Samsung SSD 980 PRO 1TB\nSerial Number:                      S5GXNX0R1\nNVMe Version:                       1.3\nTotal NVM Capacity:                 1,000,204,886,016 [1.00 TB]\nSMART overall-health self-assessment test result: PASSED\nPercentage Used:                    104%\nPower On Hours:                     12,345\n";
    expect(parseSmartctl(nvmeReport)).toMatchObject({
      bytes: 1_000_204_886_016,
      bus: "nvme",
      kind: "ssd",
      wearPercent: 104,
      poweredHours: 12_300,
    });
    const sas =
      "Vendor:               HP\nProduct:              EG0600FBDSR\nTransport protocol:   SAS (SPL-3)\nRotation Rate:        10025 rpm\nSMART Health Status: FAILURE PREDICTION THRESHOLD EXCEEDED [asc=5d, ascq=10]\n";
    expect(parseSmartctl(sas)).toMatchObject({ bus: "sas", kind: "hdd", health: DiskHealth.DISK_HEALTH_FAILING });
  });
});
