export interface SignInSearch {
  /** Where to go afterwards: an address of this console. */
  readonly to?: string;
}

/** Only a path of our own is kept: an address elsewhere would make the sign-in page send people away. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const to = search["to"];
  return typeof to === "string" && /^\/(?![/\\])/.test(to) ? { to } : {};
}
