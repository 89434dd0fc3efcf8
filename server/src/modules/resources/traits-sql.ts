import { Prisma } from "../../generated/prisma/client.ts";

/** What an inventory said (alias t) as the API answers it; null without an inventory. The table is the inventory module's. */
export const traitsSql = Prisma.sql`case when t.resource_id is not null then jsonb_build_object('osVersion', t.os_version,
  'manufacturer', t.manufacturer, 'model', t.model, 'serial', t.serial, 'chassis', t.chassis, 'virtual', t.virtual,
  'memoryBytes', t.memory_bytes, 'diskBytes', t.disk_bytes, 'encrypted', t.encrypted, 'diskFailing', t.disk_failing,
  'antivirusOn', t.antivirus_on, 'firewallOn', t.firewall_on, 'rebootPending', t.reboot_pending,
  'updatesPending', t.updates_pending, 'updatesCritical', t.updates_critical) end`;
