// Words about machines whose identity is in doubt.
export const identity = {
  same: "This looks like the same machine as {{name}} ({{score}}).",
  returned: "{{name}} looks like this machine, enrolled again ({{score}}).",
  agrees: "Alike: {{kinds}}.",
  differs: "Different: {{kinds}}.",
  kind: {
    uuid: "the mainboard’s UUID",
    tpm: "the TPM’s key",
    serial: "the serial number",
    board: "the mainboard’s serial number",
    disk: "disks",
    mac: "network cards",
    loose_mac: "docks and virtual network cards",
  },
  merge: "Merge…",
  mergeTitle: "Are {{name}} and {{other}} one machine?",
  mergeText:
    "{{other}} stays, with its name, place, notes, fields, files, secrets and history; what {{name}} has is added to it, and its agent takes over. The old agent’s key is revoked and the entry {{name}} disappears. This cannot be taken back.",
  approves: "The agent of {{name}} still waits for approval: merging approves it too.",
  keepsWaiting: "The agent of {{name}} still waits for approval, which you may not give: it goes on waiting after the merge.",
  mergeAction: "Merge into {{other}}",
  merged: "{{name}} is now {{other}}.",
  dismiss: "They are two machines",
  clone: "Two machines use this agent’s key, since {{when}} at the latest. It is confined to monitoring.",
  cloneCure:
    "It happens when a disk or a virtual machine is copied. On the copy, stop the agent, run “vigia-agent prepare-image”, and enrol it again; then trust the one that stays.",
  lift: "Trust this agent again",
  lifted: "The agent is trusted again.",
};
