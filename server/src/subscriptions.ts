// What happens in one place and is told in another.
import type { Gateway } from "./gateway/index.ts";
import type { Accounts } from "./modules/accounts/index.ts";
import type { Duplicates } from "./modules/duplicates/index.ts";
import type { InventoryModule } from "./modules/inventory/index.ts";
import type { Resources } from "./modules/resources/index.ts";
import type { Tickets } from "./modules/tickets/index.ts";
import type { Outbox } from "./outbox/index.ts";
import type { LiveFeed } from "./plugins/live-feed.ts";
import type { Attempts } from "./plugins/throttle.ts";

interface Parts {
  readonly outbox: Outbox;
  readonly gateway: Gateway;
  readonly live: LiveFeed;
  readonly attempts: Attempts;
  readonly accounts: Accounts;
  readonly resources: Resources;
  readonly inventory: InventoryModule;
  readonly duplicates: Duplicates;
  readonly tickets: Pick<Tickets, "happened">;
}

/** Subscribes them to each other. Call once, before anything starts. */
export function tellEachOther({ outbox, gateway, live, attempts, accounts, resources, inventory, duplicates, tickets }: Parts): void {
  outbox.subscribe("account.unlocked", ({ payload: { userId, email } }) => {
    for (const counted of [email, `factor ${userId}`]) attempts.forget(counted);
  });
  outbox.subscribe("factors.reset", async ({ organizationId, payload: { userId } }) => {
    await accounts.sessions.endOf({ organizationId, userId });
  });
  outbox.subscribe("account.logged", accounts.tellElsewhere);
  outbox.subscribe("setting.changed", resources.settingsSync.settingChanged);
  outbox.subscribe("resource.changed", resources.settingsSync.resourceChanged);
  outbox.subscribe("resource.deleted", inventory.resourceDeleted);
  outbox.subscribe("inventory.changed", duplicates.inventoryChanged);
  outbox.subscribe("resource.merged", duplicates.resourceMerged);
  outbox.subscribe("*", resources.live.happened);
  outbox.subscribe("*", tickets.happened);
  gateway.onPresence(resources.live.presences);
  accounts.sessions.onEnded(live.sessionEnded);
  outbox.subscribe("access.changed", ({ organizationId, payload: { userIds } }) => {
    accounts.sessions.forgetRights(organizationId);
    live.rightsChanged(organizationId, userIds);
  });
}
