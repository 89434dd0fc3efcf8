import { Encryption } from "@vigia/protocol";
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";

// A usual encrypted installation: LVM inside of LUKS, /boot in the clear.
const files = {
  "/proc/self/mountinfo": [
    "27 1 253:1 / / rw,relatime - ext4 /dev/mapper/vg-root rw",
    "28 27 8:1 / /boot rw,relatime - ext4 /dev/sda1 rw",
    "29 27 0:40 / /mnt/share rw - nfs4 server:/x rw",
    "30 27 0:50 / /tank rw - zfs tank rw",
  ].join("\n"),
  "/sys/dev/block/253:1.link": "../../devices/virtual/block/dm-1",
  "/sys/dev/block/8:1.link": "../../devices/pci0000:00/ata1/host0/block/sda/sda1",
  "/sys/class/block/dm-1/size": "2097152\n",
  "/sys/class/block/dm-1/dm/uuid": "LVM-abcdef\n",
  "/sys/class/block/dm-1/slaves/dm-0": "",
  "/sys/class/block/dm-0/dm/uuid": "CRYPT-LUKS2-0123456789abcdef-sda2_crypt\n",
  "/sys/class/block/dm-0/slaves/sda2": "",
  "/sys/class/block/sda1/size": "1048576\n",
  "/run/udev/data/b8:1": "E:ID_FS_UUID=5f1c-11\nE:ID_FS_LABEL_ENC=boot\\x20one\n",
  "/dev/disk/by-uuid/aaaa-bbbb.link": "../../dm-1",
};

test("volumes with what is below them: encrypted through every layer, in the clear, or unknown", async () => {
  expect(await readLinux(fixtureMachine({ files }))).toEqual({
    volumes: [
      {
        mount: "/",
        device: "/dev/mapper/vg-root",
        filesystem: "ext4",
        label: "",
        uuid: "aaaa-bbbb",
        bytes: 2 ** 30,
        encryption: Encryption.ENCRYPTION_ON,
        encryptionMethod: "LUKS2",
      },
      {
        mount: "/boot",
        device: "/dev/sda1",
        filesystem: "ext4",
        label: "boot one",
        uuid: "5f1c-11",
        bytes: 2 ** 29,
        encryption: Encryption.ENCRYPTION_NONE,
      },
      { mount: "/tank", device: "tank", filesystem: "zfs" },
    ],
  });
});
