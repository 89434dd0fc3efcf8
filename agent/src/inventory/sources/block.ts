// Block devices of Linux in sysfs: which lies on which.
import { type Host, linkTarget, listOptional, readOptional } from "../../host/host.ts";

const SECTOR_BYTES = 512;

/** A device's name in the kernel, e.g. "sda1", by its "major:minor"; undefined when there is none. */
export async function blockName(host: Host, numbers: string): Promise<string | undefined> {
  return (await linkTarget(host, `/sys/dev/block/${numbers}`))?.split("/").at(-1);
}

/** Size in bytes; undefined when the kernel does not say or says 0. */
export async function blockBytes(host: Host, name: string): Promise<number | undefined> {
  const sectors = Number((await readOptional(host, `/sys/class/block/${name}/size`))?.trim());
  return sectors > 0 ? sectors * SECTOR_BYTES : undefined;
}

/** The device-mapper ids of a device and of everything below it, e.g. "CRYPT-LUKS2-…-root"; empty where nothing is mapped. */
export async function mapperIds(host: Host, name: string, depth = 0): Promise<string[]> {
  // Nothing sane is stacked higher.
  if (depth > 8) return [];
  const own = (await readOptional(host, `/sys/class/block/${name}/dm/uuid`))?.trim();
  const below = await listOptional(host, `/sys/class/block/${name}/slaves`);
  const deeper = await Promise.all(below.map((slave) => mapperIds(host, slave, depth + 1)));
  return [...(own ? [own] : []), ...deeper.flat()];
}
