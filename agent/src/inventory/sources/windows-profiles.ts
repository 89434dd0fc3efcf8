// People who have a profile on a Windows machine.
import { clean } from "../text.ts";
import type { Registry } from "./registry.ts";
import { KEYS } from "./registry-keys.ts";

export interface UserProfile {
  readonly sid: string;
  /** Name of the profile's folder, which is that of the user unless another had it first. */
  readonly name: string;
}

/** Accounts of this machine, of a domain and of Azure AD; not those of services. */
const PERSON = /^S-1-(?:5-21|12-1)-[\d-]+$/i;

export function userProfiles(keys: Registry): UserProfile[] {
  return keys.below(KEYS.profiles).flatMap((key) => {
    const name = clean(key.text("ProfileImagePath").replace(/\\+$/, "").split("\\").at(-1));
    return PERSON.test(key.name) && name !== "" ? [{ sid: key.name, name }] : [];
  });
}
