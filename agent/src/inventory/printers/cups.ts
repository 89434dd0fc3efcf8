// CUPS: its own list of printers, and what `lpstat` tells where that may not be read. Also of macOS.
import type { Printer } from "@vigia/protocol";
import { clean } from "../text.ts";

/** The paragraphs "<Printer NAME> … </Printer>" of printers.conf, the default one "<DefaultPrinter NAME>". Sorted by name. */
export function parsePrintersConf(text: string): Printer[] {
  const printers = [...text.matchAll(/^<(Default)?Printer\s+([^>\s]+)>$([\s\S]*?)^<\/(?:Default)?Printer>$/gm)].map(
    ([, isDefault, name = "", body = ""]) => {
      const value = (key: string) => new RegExp(`^${key}[ \\t]+(.*)$`, "m").exec(body)?.[1]?.trim() ?? "";
      const shared = value("Shared").toLowerCase();
      return {
        name: clean(name),
        port: withoutPassword(value("DeviceURI")),
        driver: clean(value("MakeModel")),
        default: isDefault !== undefined,
        ...(shared === "" ? {} : { shared: shared === "yes" }),
      };
    },
  );
  return printers.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `lpstat -v -d` in English: "device for NAME: URI" and "system default destination: NAME". Sorted by name. */
export function parseLpstat(text: string): Printer[] {
  const standard = /^system default destination: (.+)$/m.exec(text)?.[1]?.trim();
  const printers = [...text.matchAll(/^device for (.+?): (.+)$/gm)].map(([, name = "", port = ""]) => ({
    name: clean(name),
    port: withoutPassword(port),
    driver: "",
    default: name === standard,
  }));
  return printers.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Addresses of Windows' and of network printers may carry who prints, and with which password. */
function withoutPassword(uri: string): string {
  return clean(uri.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, "$1"));
}
