// How guesses are counted, as the services of this folder need it; plugins/throttle.ts does it.

/** Counts attempts of an account from an address. */
export interface AttemptCounter {
  begin(account: string, address: string): Promise<void>;
  succeeded(account: string, address: string): Promise<void>;
}
