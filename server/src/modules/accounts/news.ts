// What people are told when something happens to an account; who tells them is right of here (src/news.ts).
import type { Tx } from "../../database/index.ts";

interface Whose {
  readonly organizationId: string;
  readonly userId: string;
}

/** Each tells in the causing transaction, which must be the organization's own. */
export interface AccountNews {
  /** The person signed in from an address or with a browser that was not seen lately. */
  newSignIn(tx: Tx, news: Whose & { at: Date; address: string; userAgent: string | null }): Promise<void>;
  passwordChanged(tx: Tx, news: Whose): Promise<void>;
  /** `requestedBy` asks that the person's second factors be removed. */
  factorResetRequested(tx: Tx, news: Whose & { requestedBy: string }): Promise<void>;
}
