// macOS: volumes from the profile; whether APFS encrypts them, from diskutil.
import { Encryption, type Volume, type VolumesSection } from "@vigia/protocol";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dict, dicts, type PlistDict, parsePlist, positive, text } from "../sources/plist.ts";
import { type Profile, readProfile } from "../sources/profiler.ts";
import { clean } from "../text.ts";

export const APFS_LIST = { file: "/usr/sbin/diskutil", args: ["apfs", "list", "-plist"] } as const;
/** What cannot be encrypted by the system at all. */
const PLAIN = /^(?:ms-dos|fat|exfat|ntfs)/i;

export async function readDarwin(machine: Machine): Promise<VolumesSection> {
  const [profile, apfs] = await Promise.all([
    readProfile(machine),
    execOptional(machine.host, APFS_LIST.file, APFS_LIST.args, machine.signal),
  ]);
  return { volumes: volumesOf(profile, apfs ?? "") };
}

/** Volumes that are mounted, sorted by where; `apfs` is what `diskutil apfs list -plist` printed. */
function volumesOf(profile: Profile, apfs: string): Volume[] {
  const containers = dicts(dict(parsePlist(apfs))["Containers"]);
  const known = new Map(containers.flatMap((each) => dicts(each["Volumes"])).map((volume) => [text(volume, "DeviceIdentifier"), volume]));
  return profile
    .items("SPStorageDataType")
    .filter((item) => text(item, "mount_point") !== "")
    .map((item) => volumeOf(item, known))
    .toSorted((a, b) => ((a.mount ?? "") < (b.mount ?? "") ? -1 : 1));
}

function volumeOf(item: PlistDict, known: ReadonlyMap<string, PlistDict>): Volume {
  const device = text(item, "bsd_name");
  // The system is started from a snapshot of its volume: disk3s1s1 of disk3s1.
  const apfs = known.get(device) ?? known.get(device.replace(/^(disk\d+s\d+)s\d+$/, "$1"));
  const filesystem = clean(text(item, "file_system"));
  const bytes = positive(item, "size_in_bytes");
  return {
    mount: text(item, "mount_point"),
    device: device === "" ? "" : `/dev/${device}`,
    label: clean(text(item, "_name")),
    filesystem: filesystem.toLowerCase(),
    ...(bytes === undefined ? {} : { bytes }),
    ...encryptionOf(apfs, filesystem),
    uuid: clean(text(item, "volume_uuid")).toLowerCase(),
  };
}

/** Newer Macs encrypt all they store, but without FileVault the key is there for everybody: that protects nothing. */
function encryptionOf(apfs: PlistDict | undefined, filesystem: string): Pick<Volume, "encryption" | "encryptionMethod"> {
  if (apfs === undefined) return PLAIN.test(filesystem) ? { encryption: Encryption.ENCRYPTION_NONE } : {};
  if (apfs["CryptoMigrationOn"] === true) return { encryption: Encryption.ENCRYPTION_CHANGING, encryptionMethod: "FileVault" };
  if (apfs["FileVault"] === true) return { encryption: Encryption.ENCRYPTION_ON, encryptionMethod: "FileVault" };
  return apfs["FileVault"] === false ? { encryption: Encryption.ENCRYPTION_NONE } : {};
}
