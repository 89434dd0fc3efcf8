export const settings = {
  title: "Settings",
  intervalsHelp: "These hold for every machine unless a client, a site or a single machine has its own value.",
  recovery: "Recovery key",
  recoveryGone: "The recovery key is no longer on this server. The file that was stored at set-up is the only one.",
  about: "About",
  version: "Version",
  organization: "Organization",
  role: "Your role",
  api: "API reference",
  licence: "Free software under the AGPL-3.0-or-later.",
};
