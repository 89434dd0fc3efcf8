// What somebody on the server's host may do: each command of vigia-server, what it refuses, and who learns of it afterwards.
// The host has no way into the API of its own: what it may do there it does as a person who signs in.

interface CommandRow {
  readonly does: string;
  readonly whileRunning: "yes" | "no" | "starts it";
  readonly refuses: string;
  /** Calls that are refused before anything is touched, whatever state the server is in. */
  readonly refused: readonly (readonly string[])[];
  /** What is written, and where; "no" when nothing changes or nobody is told. */
  readonly audited: string;
  /** The test that runs it. */
  readonly test: string;
}

/** By the words that follow `vigia-server`. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  "[run]": {
    does: "starts the server",
    whileRunning: "starts it",
    refuses: "a second server on the same data; an open address without TLS",
    refused: [["start"], ["__proto__"]],
    audited: "no",
    test: "cli/cli.test.ts",
  },
  "organization create": {
    does: "makes an organization and its administrator",
    whileRunning: "yes",
    refuses: "a server that is not set up; a name or address that is none",
    refused: [["organization"], ["organization", "delete"], ["organization", "create", "--name", "Acme"]],
    audited: "organization.created in the organization",
    test: "cli/cli.test.ts",
  },
  "audit verify": {
    does: "checks the audit log's chains; changes nothing",
    whileRunning: "yes",
    refuses: "an organization that is not there",
    refused: [["audit"], ["audit", "delete"], ["audit", "verify", "--organization", "Acme"]],
    audited: "no",
    test: "cli/audit.test.ts",
  },
  "account unlock": {
    does: "lets a person sign in again, with --new-password by another password",
    whileRunning: "yes",
    refuses: "an address that nobody has",
    refused: [["account"], ["account", "create"], ["account", "unlock"], ["account", "unlock", "--email"]],
    audited: "account.unlocked in every organization of the person; host.unlocked in the signer's journal",
    test: "cli/operator.test.ts",
  },
  "factor reset": {
    does: "takes all second factors from a person and ends their sessions",
    whileRunning: "yes",
    refuses: "an address that nobody has",
    refused: [["factor"], ["factor", "add"], ["factor", "reset"], ["factor", "reset", "--email"]],
    audited: "factor_reset.by_host in every organization of the person; host.reset in the signer's journal",
    test: "cli/operator.test.ts",
  },
  "signer verify": {
    does: "checks the signer's journal; changes nothing",
    whileRunning: "yes",
    refuses: "-",
    refused: [["signer"], ["signer", "sign"], ["signer", "verify", "more"]],
    audited: "no",
    test: "cli/operator.test.ts",
  },
  "signer accept": {
    does: "takes an older copy of the signer's folder, restored on purpose, for the present one",
    whileRunning: "yes",
    refuses: "-",
    refused: [["signer", "accept", "more"]],
    audited: "host.accepted in the signer's journal",
    test: "cli/operator.test.ts",
  },
  "secrets rotate": {
    does: "changes the key-encryption key",
    whileRunning: "no",
    refuses: "while the server runs",
    refused: [["secrets"], ["secrets", "show"], ["secrets", "rotate", "more"]],
    audited: "encryption_key.rotated in every organization",
    test: "cli/audit.test.ts",
  },
  doctor: {
    does: "looks at the installation and says the cures; changes nothing",
    whileRunning: "yes",
    refuses: "words it does not know",
    refused: [
      ["doctor", "--cure"],
      ["doctor", "more"],
    ],
    audited: "no",
    test: "../test/e2e/doctor.tap.ts",
  },
  version: { does: "prints the version", whileRunning: "yes", refuses: "-", refused: [], audited: "no", test: "cli/cli.test.ts" },
  help: { does: "prints the commands", whileRunning: "yes", refuses: "-", refused: [], audited: "no", test: "cli/cli.test.ts" },
};
