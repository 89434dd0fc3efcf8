// macOS: applications from the profile. Not the hundreds of helpers that belong to the system, nor programs inside of programs, nor what
// lies on other volumes.
import type { Program, SoftwareSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type Installation, readInstallations } from "../sources/install-history.ts";
import { list, type PlistDict, text } from "../sources/plist.ts";
import { type Profile, readProfile } from "../sources/profiler.ts";
import { clean } from "../text.ts";
import { sortedPrograms } from "./sorted-programs.ts";

/** Where people and installers put programs; Apple's own folders of printers, scripts and parts of the system hold none. */
const PLACES =
  /^\/(?:Applications|System\/Applications|Developer\/Applications|Users|Library(?!\/(?:Apple|Documentation|Image Capture|PDF Services|Printers|Scripts)\/)|opt|usr\/local)\//;
/** Programs inside of programs, and what a person's programs keep for themselves or threw away. */
const INNER = /\.app\/|^\/Users\/[^/]+\/(?:Library\/|\.)/;

export async function readDarwin(machine: Machine): Promise<SoftwareSection> {
  const [profile, installations] = await Promise.all([readProfile(machine), readInstallations(machine)]);
  return { programs: applications(profile, installations) };
}

/** Programs by name; the day is known of those that an installer put there. */
export function applications(profile: Profile, installations: readonly Installation[]): Program[] {
  const days = new Map(installations.map(({ name, version, on }) => [`${name}|${version}`, on]));
  const programs = profile
    .items("SPApplicationsDataType")
    .filter((item) => PLACES.test(text(item, "path")) && !INNER.test(text(item, "path")))
    .map((item) => {
      const [name, version] = [clean(text(item, "_name")), clean(text(item, "version"))];
      return {
        name,
        version,
        vendor: vendorOf(item),
        installedOn: days.get(`${name}|${version}`) ?? "",
        source: "applications",
        user: userOf(text(item, "path")),
      };
    });
  return sortedPrograms(programs);
}

/** Who signed it: "Developer ID Application: ACME (G69SCX94XU)"; the App Store signs in its own name. */
function vendorOf(item: PlistDict): string {
  const signers = list(item["signed_by"]).filter((signer) => typeof signer === "string");
  const developer = signers.map(
    (signer) => /^(?:Developer ID|3rd Party Mac Developer) Application: (.+?)(?: \([A-Z0-9]{10}\))?$/.exec(signer)?.[1],
  );
  const isApple = text(item, "obtained_from") === "apple" || signers[0] === "Software Signing";
  return clean(developer.find((name) => name !== undefined)) || (isApple ? "Apple Inc." : "");
}

function userOf(path: string): string {
  const user = /^\/Users\/([^/]+)\//.exec(path)?.[1] ?? "";
  return user === "Shared" ? "" : clean(user);
}
