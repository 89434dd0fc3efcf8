// Volumes of a Windows machine and what BitLocker does with them.
import { Encryption, type Volume, type VolumesSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type Wmi, wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";

export async function readWindows(machine: Machine): Promise<VolumesSection> {
  return { volumes: windowsVolumes(await wmi(machine)) };
}

/** Local disks with a letter, and volumes that are mounted in a folder; not network drives, discs and hidden partitions. */
export function windowsVolumes(known: Wmi): Volume[] {
  const volumes = known.optional("Win32_Volume");
  const encryptable = known.optional("Win32_EncryptableVolume");
  const ofLetter = (objects: readonly WmiObject[], letter: string) =>
    objects.find((object) => object.text("DriveLetter").toUpperCase() === letter);
  const lettered = known
    .objects("Win32_LogicalDisk")
    .filter(isLocal)
    .map((disk) => {
      const letter = disk.text("DeviceID").toUpperCase();
      const volume = ofLetter(volumes, letter);
      return oneVolume(
        letter,
        volume,
        {
          label: disk.text("VolumeName"),
          filesystem: disk.text("FileSystem"),
          bytes: disk.number("Size"),
          uuid: disk.text("VolumeSerialNumber"),
        },
        ofLetter(encryptable, letter),
      );
    });
  const inFolders = volumes
    .filter((volume) => volume.text("DriveLetter") === "" && isLocal(volume) && /^[A-Za-z]:\\./.test(volume.text("Name")))
    .map((volume) =>
      oneVolume(
        volume.text("Name").replace(/\\$/, ""),
        volume,
        { label: volume.text("Label"), filesystem: volume.text("FileSystem"), bytes: volume.number("Capacity"), uuid: "" },
        encryptable.find((object) => object.text("DeviceID") === volume.text("DeviceID")),
      ),
    );
  return [...lettered, ...inFolders].toSorted((a, b) => ((a.mount ?? "") < (b.mount ?? "") ? -1 : 1));
}

const REMOVABLE = 2;
const FIXED = 3;

/** A floppy drive or card reader without a medium has no file system. */
function isLocal(disk: WmiObject): boolean {
  const type = disk.number("DriveType");
  return type === FIXED || (type === REMOVABLE && disk.text("FileSystem") !== "");
}

interface Told {
  readonly label: string;
  readonly filesystem: string;
  readonly bytes: number | undefined;
  readonly uuid: string;
}

function oneVolume(mount: string, volume: WmiObject | undefined, told: Told, encryptable: WmiObject | undefined): Volume {
  const id = /\{([0-9a-f-]{36})\}/i.exec(volume?.text("DeviceID") ?? "")?.[1];
  return {
    mount,
    device: volume?.text("DeviceID") ?? "",
    label: clean(told.label),
    filesystem: told.filesystem.toLowerCase(),
    ...(told.bytes ? { bytes: told.bytes } : {}),
    ...encryption(encryptable),
    uuid: id?.toLowerCase() ?? told.uuid,
  };
}

/** Win32_EncryptableVolume, EncryptionMethod. */
const METHODS: readonly string[] = [
  "",
  "AES 128 with diffuser",
  "AES 256 with diffuser",
  "AES 128",
  "AES 256",
  "by the drive",
  "XTS-AES 128",
  "XTS-AES 256",
];
const ON = 1;
const DECRYPTED = 0;
const ENCRYPTED = 1;

/** Nothing of a volume that BitLocker does not know. Windows 7 tells only whether protection is on: "off" may be either of two things. */
function encryption(object: WmiObject | undefined): Pick<Volume, "encryption" | "encryptionMethod"> {
  const protection = object?.number("ProtectionStatus");
  const conversion = object?.number("ConversionStatus");
  const method = METHODS[object?.number("EncryptionMethod") ?? 0] ?? "";
  const named = method === "" ? {} : { encryptionMethod: `BitLocker ${method}` };
  if (conversion === DECRYPTED) return { encryption: Encryption.ENCRYPTION_NONE };
  if (conversion !== undefined && conversion !== ENCRYPTED) return { encryption: Encryption.ENCRYPTION_CHANGING, ...named };
  if (protection === ON) return { encryption: Encryption.ENCRYPTION_ON, ...named };
  if (conversion === ENCRYPTED) return { encryption: Encryption.ENCRYPTION_SUSPENDED, ...named };
  return {};
}
