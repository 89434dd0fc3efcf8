// Written in the formats of printers.conf and lpstat(1).
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";

const CONF = `# Printer configuration file for CUPS v2.4.2
NextPrinterId 3
<Printer office>
PrinterId 2
UUID urn:uuid:00000000-0000-4000-8000-000000000001
Info Office, first floor
MakeModel Brother HL-L2350DW, driverless
DeviceURI smb://ana:secret@server.example/office
State Idle
Shared No
</Printer>
<DefaultPrinter accounts>
MakeModel HP LaserJet Pro
DeviceURI ipp://192.0.2.20/ipp/print
Shared Yes
</DefaultPrinter>
`;

test("printers are CUPS's own, without the password that an address may carry", async () => {
  expect(await readLinux(fixtureMachine({ files: { "/etc/cups/printers.conf": CONF } }))).toEqual({
    printers: [
      { name: "accounts", port: "ipp://192.0.2.20/ipp/print", driver: "HP LaserJet Pro", default: true, shared: true },
      { name: "office", port: "smb://server.example/office", driver: "Brother HL-L2350DW, driverless", default: false, shared: false },
    ],
  });
});

test("where the list may not be read CUPS is asked", async () => {
  const text =
    "device for office: socket://192.0.2.21\ndevice for accounts: ipp://u:p@192.0.2.20/ipp\nsystem default destination: office\n";
  const programs = { "sh -c lpstat -v -d 2>/dev/null; true": text };
  expect(await readLinux(fixtureMachine({ files: { "/etc/cups/cups-files.conf": "" }, programs }))).toEqual({
    printers: [
      { name: "accounts", port: "ipp://192.0.2.20/ipp", driver: "", default: false },
      { name: "office", port: "socket://192.0.2.21", driver: "", default: true },
    ],
  });
  expect(await readLinux(fixtureMachine({ programs }))).toEqual({ printers: [] });
});
