// Domain events: what happened, written to the outbox in the transaction that caused it. Later modules subscribe; nothing calls right.

export interface DomainEvents {
  "resource.enrolled": {
    resourceId: string;
    agentId: string;
    clientId: string;
    siteId: string;
    tokenId: string;
    state: "pending" | "active";
  };
  "resource.approved": { resourceId: string; agentId: string };
  "resource.refused": { resourceId: string; agentId: string };
  "resource.revoked": { resourceId: string; agentId: string };
  "resource.unenrolled": { resourceId: string; agentId: string };
  "resource.changed": { resourceId: string };
  /** Made by a person's hand, without an agent. */
  "resource.created": { resourceId: string };
  "resource.restored": { resourceId: string };
  "resource.deleted": { resourceId: string };
  /** It took over the agent, and all that hung on the resource `from`, which is the same machine. */
  "resource.merged": { resourceId: string; from: string };
  /** Two machines have its agent's key: the agent is confined to monitoring. */
  "resource.quarantined": { resourceId: string; agentId: string };
  "resource.online": { resourceId: string; at: string };
  "resource.offline": { resourceId: string; at: string };
  /**
   * What is known of the machine is another than before, in these sections. `changes` tells the first of them as its history does, none
   * for what is known for the first time; `changesLeft` how many more there are.
   */
  "inventory.changed": {
    resourceId: string;
    resource: string;
    sections: string[];
    changes: { section: string; kind: string; item: string; field: string; before: string | null; after: string | null }[];
    changesLeft: number;
  };
  "client.created": { clientId: string };
  "client.changed": { clientId: string };
  "client.deleted": { clientId: string };
  "site.created": { siteId: string; clientId: string };
  "site.changed": { siteId: string; clientId: string };
  "site.deleted": { siteId: string; clientId: string };
  /** It was made, or it covers or costs something else, or it ended. */
  "contract.changed": { contractId: string; clientId: string };
  "desk.changed": { deskId: string };
  "ticket.opened": { ticketId: string; clientId: string };
  /** Anything about it but an answer or its end, which have events of their own. */
  "ticket.updated": { ticketId: string; clientId: string };
  "ticket.answered": { ticketId: string; clientId: string; messageId: string };
  /** Closed or cancelled. */
  "ticket.closed": { ticketId: string; clientId: string };
  "setting.changed": { scope: string; scopeId: string; key: string };
  "user.signed_in": { userId: string };
  /** Something happened to their account, and this entry of the organization's log says it. */
  "account.logged": { userId: string; entryId: string };
  /** The operator let them try again, past the throttle. */
  "account.unlocked": { userId: string; email: string };
  /** The operator took all second factors from them. */
  "factors.reset": { userId: string };
  "mail.queued": { mailId: string };
  "mail_settings.changed": { userId: string };
  "notice.created": { noticeId: string; userId: string };
  /** What these people may do is another now. */
  "access.changed": { userIds: string[] };
}

export type EventName = keyof DomainEvents;

export interface DomainEvent<Name extends EventName = EventName> {
  readonly id: string;
  readonly organizationId: string;
  readonly name: Name;
  readonly payload: DomainEvents[Name];
}
