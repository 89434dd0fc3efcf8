// Whether the operator's mail server lets this one in. No mail is sent. Organizations' own are tested in the console.
import { type MailServer, tryMailServer } from "../modules/notify/index.ts";
import { type Finding, fault, ok } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "mail";

const CURES = {
  connect: "Correct host and port in VIGIA_SMTP_URL, and let this machine through to them.",
  encrypt: "Give the mail server a certificate for its name, name the host that its certificate is for, or use smtps:// on port 465.",
  sign_in: "Correct user and password in VIGIA_SMTP_URL; special characters are percent-encoded there.",
} as const;

function judgeMail({ host, port, username }: MailServer, trouble: Awaited<ReturnType<typeof tryMailServer>>): Finding {
  const where = `${host} port ${port}`;
  if (trouble !== undefined) return fault(CHECK, `${where}: ${trouble.problem}`, CURES[trouble.step]);
  return ok(CHECK, username === null ? `${where} answers` : `${where} lets ${username} in`);
}

export const mailCheck: Check = {
  name: CHECK,
  async run({ config: { mailServer } }) {
    if (mailServer === undefined) return [ok(CHECK, "no server of the operator's: mails of organizations without their own wait")];
    return [judgeMail(mailServer, await tryMailServer(mailServer))];
  },
};
