import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFixtureHost, systemError } from "../../host/fixture-host.ts";
import type { FileSystemSpace } from "../../host/host.ts";
import { Incomplete } from "../collector.ts";
import { createDisk } from "./index.ts";
import { createLinuxList, parseMountinfo, selectVolumes } from "./linux.ts";

const root = new URL("fixtures/linux/", import.meta.url);
const never = new AbortController().signal;
const space = (totalBytes: number, over: Partial<FileSystemSpace> = {}): FileSystemSpace => ({
  totalBytes,
  freeBytes: totalBytes / 2,
  availableBytes: totalBytes / 4,
  inodes: 100,
  freeInodes: 60,
  ...over,
});
const mounted = (...lines: string[]) => selectVolumes(parseMountinfo(lines.join("\n"))).map(({ mount }) => mount);

describe("which mounts are volumes", () => {
  test("of a capture: disks once each, by the shortest mount, read-only told; nothing made up by the kernel", async () => {
    const entries = selectVolumes(parseMountinfo(await createFixtureHost({ root }).readFile("/proc/self/mountinfo")));
    expect(entries).toEqual([
      { device: "254:0", mount: "/", filesystem: "ext4", source: "/dev/vda", readOnly: false },
      { device: "7:1", mount: "/mnt/ro", filesystem: "ext4", source: "/dev/loop1", readOnly: true },
      { device: "7:0", mount: "/mnt/bind", filesystem: "ext4", source: "/dev/loop0", readOnly: false },
    ]);
  });

  test("names with spaces, tabs and backslashes are read back", () => {
    expect(mounted("63 43 7:0 / /mnt/data\\040disk\\011x\\134y rw - ext4 /dev/loop0 rw")).toEqual(["/mnt/data disk\tx\\y"]);
  });

  test("network shares, FUSE, snaps and optical media are not", () => {
    expect(
      mounted(
        "1 0 0:40 / /mnt/nfs rw - nfs4 server:/export rw",
        "2 0 0:41 / /mnt/smb rw - cifs //server/share rw",
        "3 0 0:42 / /home/u/remote rw - fuse.sshfs u@h: rw",
        "4 0 0:43 / /run/user/1000/doc rw - fuse.portal portal rw",
        "5 0 7:3 / /snap/core/1 ro - squashfs /dev/loop3 ro",
        "6 0 11:0 / /media/cdrom ro - iso9660 /dev/sr0 ro",
        "7 0 0:44 / /proc/sys/fs/binfmt_misc rw - autofs systemd-1 rw",
        "8 0 0:4 net:[4026532249] /run/docker/netns/x rw - nsfs nsfs rw",
      ),
    ).toEqual([]);
  });

  test("btrfs and zfs are, although they have no device number; subvolumes of one are listed once", () => {
    expect(
      mounted(
        "1 0 0:32 /@ / rw - btrfs /dev/sda2 rw,subvol=/@",
        "2 1 0:32 /@home /home rw - btrfs /dev/sda2 rw,subvol=/@home",
        "3 1 0:50 / /tank rw - zfs tank rw",
        "4 1 259:1 / /boot/efi rw - vfat /dev/nvme0n1p1 rw",
      ),
    ).toEqual(["/", "/tank", "/boot/efi"]);
  });

  test("in a container its overlay root is; the files it gets from its host are not, nor are layers of containers on a host", () => {
    expect(
      mounted(
        "1 0 0:60 / / rw - overlay overlay rw,lowerdir=/l",
        "2 1 8:1 /var/lib/docker/containers/x/hosts /etc/hosts rw - ext4 /dev/sda1 rw",
        "3 1 8:1 /var/lib/docker/containers/x/resolv.conf /etc/resolv.conf rw - ext4 /dev/sda1 rw",
        "4 1 0:61 / /var/lib/docker/overlay2/y/merged rw - overlay overlay rw",
        "5 1 0:62 / /var/lib/docker/zfs/graph/z rw - zfs tank/z rw",
      ),
    ).toEqual(["/"]);
  });

  test("of two mounts on one point the later one shows", () => {
    const [entry, ...others] = selectVolumes(
      parseMountinfo("1 0 8:1 / /data rw - ext4 /dev/sda1 rw\n2 1 8:2 / /data rw - xfs /dev/sda2 rw"),
    );
    expect(entry?.filesystem).toBe("xfs");
    expect(others).toEqual([]);
  });

  test("lines that make no sense are passed over", () => {
    expect(mounted("", "garbage", "1 0 8:1 / /ok rw shared:1 master:2 - ext4 /dev/sda1 rw")).toEqual(["/ok"]);
  });
});

describe("removable", () => {
  const files = {
    "/proc/self/mountinfo":
      "1 0 8:17 / /media/stick rw - vfat /dev/sdb1 rw\n2 0 253:0 / /secret rw - ext4 /dev/mapper/secret rw\n3 0 259:2 / / rw - ext4 /dev/nvme0n1p2 rw\n",
    "/sys/dev/block/8:17.link": "../../devices/pci0/usb1/1-1/host2/target2:0:0/2:0:0:0/block/sdb/sdb1",
    "/sys/dev/block/253:0.link": "../../devices/virtual/block/dm-0",
    "/sys/dev/block/259:2.link": "../../devices/pci0/0000:01:00.0/nvme/nvme0/nvme0n1/nvme0n1p2",
    "/sys/block/nvme0n1/removable": "0\n",
    "/sys/block/dm-0/removable": "0\n",
    "/sys/block/dm-0/slaves/sdb2.link": "../../../../pci0/block/sdb/sdb2",
    "/sys/class/block/sdb2.link": "../../devices/pci0/usb1/1-1/host2/target2:0:0/2:0:0:0/block/sdb/sdb2",
    "/sys/block/sdb/removable": "1\n",
  };

  test("follows partitions and encrypted volumes to the disk below", async () => {
    const mounts = await createLinuxList()(createFixtureHost({ files }));
    expect(Object.fromEntries(mounts.map(({ mount, removable }) => [mount, removable]))).toEqual({
      "/": false,
      "/media/stick": true,
      "/secret": true,
    });
  });

  test("is told of the capture's disks", async () => {
    const links = {
      "/sys/dev/block/254:0.link": "../../devices/pci0000:00/0000:00:02.0/virtio1/block/vda",
      "/sys/dev/block/7:0.link": "../../devices/virtual/block/loop0",
    };
    expect((await createLinuxList()(createFixtureHost({ root, files: links }))).map(({ removable }) => removable)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("the collector", () => {
  const files = {
    "/proc/self/mountinfo":
      "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 0 8:2 / /srv rw - xfs /dev/sda2 rw\n3 0 8:3 / /old rw - xfs /dev/sda3 rw\n",
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("tells used, free for programs, and inodes", async () => {
    const host = createFixtureHost({
      files,
      statfs: async (path) => (path === "/" ? space(1000) : Promise.reject(systemError("ENOENT", path))),
    });
    expect(await createDisk().collect(host, never)).toEqual({
      volumes: [
        {
          mount: "/",
          filesystem: "ext4",
          totalBytes: 1000,
          usedBytes: 500,
          freeBytes: 250,
          inodesTotal: 100,
          inodesUsed: 40,
          readOnly: false,
          removable: false,
        },
      ],
    });
  });

  test("a volume that hangs is named while the others are told, and is not asked again until it answers", async () => {
    let release: (answer: FileSystemSpace) => void = () => undefined;
    let hangs = true;
    const asked: string[] = [];
    const host = createFixtureHost({
      files,
      statfs: (path) => {
        asked.push(path);
        return path === "/srv" && hangs ? new Promise((resolve) => (release = resolve)) : Promise.resolve(space(1000));
      },
    });
    const disk = createDisk();
    const attempt = async () => {
      const collecting = disk.collect(host, never).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(2_000);
      return collecting;
    };
    const first = await attempt();
    expect(first).toBeInstanceOf(Incomplete);
    expect((first as Incomplete).message).toBe("/srv does not answer");
    expect((first as Incomplete).part.volumes?.map(({ mount }) => mount)).toEqual(["/", "/old"]);
    await attempt();
    expect(asked.filter((path) => path === "/srv")).toHaveLength(1);
    hangs = false;
    release(space(2000));
    await vi.advanceTimersByTimeAsync(0);
    expect(await attempt()).toMatchObject({ volumes: [{ mount: "/" }, { mount: "/old" }, { mount: "/srv" }] });
  });

  test("a kind that keeps count in memory is not asked in a thread, and one that is gone is left out", async () => {
    const host = createFixtureHost({
      files,
      countedSpace: (path, filesystem) => {
        if (path === "/old") throw systemError("ENOENT", path);
        return filesystem === "xfs" ? space(3000) : undefined;
      },
      statfs: async (path) => (path === "/" ? space(1000) : Promise.reject(systemError("EIO", path))),
    });
    const { volumes } = await createDisk().collect(host, never);
    expect(volumes?.map(({ mount, totalBytes }) => [mount, totalBytes])).toEqual([
      ["/", 1000],
      ["/srv", 3000],
    ]);
  });

  test("no more than two hanging volumes hold a thread", async () => {
    let asked = 0;
    const host = createFixtureHost({ files, statfs: () => new Promise(() => asked++) });
    const collecting = createDisk()
      .collect(host, never)
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await collecting).toMatchObject({ name: "Incomplete", part: { volumes: [] } });
    expect(asked).toBe(2);
  });

  test("Windows: letters with a volume, by their letter", async () => {
    const statfs = async (path: string) =>
      path === "C:\\" ? space(1000, { inodes: 0, freeInodes: 0 }) : Promise.reject(systemError("ENOENT", path));
    const { volumes } = await createDisk().collect(createFixtureHost({ platform: "win32", statfs }), never);
    expect(volumes).toEqual([expect.objectContaining({ mount: "C:", totalBytes: 1000, inodesTotal: 0, inodesUsed: 0 })]);
  });

  test("macOS: system, data and what is in /Volumes, without the link to the system and plain folders", async () => {
    const mac = { "/Volumes/Macintosh HD.link": "/", "/Volumes/Backup/.x": "", "/Volumes/folder/.x": "" };
    const spaces: Record<string, FileSystemSpace> = {
      "/": space(1000),
      "/System/Volumes/Data": space(1000, { freeInodes: 10 }),
      "/Volumes/Backup": space(5000),
      "/Volumes/folder": space(1000),
    };
    const statfs = async (path: string) => spaces[path] ?? Promise.reject(systemError("ENOENT", path));
    const { volumes } = await createDisk().collect(createFixtureHost({ platform: "darwin", files: mac, statfs }), never);
    expect(volumes?.map(({ mount }) => mount)).toEqual(["/", "/System/Volumes/Data", "/Volumes/Backup"]);
  });
});
