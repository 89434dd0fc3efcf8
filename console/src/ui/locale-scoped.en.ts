// Settings that can be set at several scopes, wherever their editor is shown.
export const scoped = {
  title: "How often agents report",
  key: {
    metricsIntervalSeconds: "Measurements",
    factsIntervalSeconds: "Description of the machine",
  },
  help: {
    metricsIntervalSeconds: "How often processor, memory, disks and network are measured. From {{least}} to {{most}}.",
    factsIntervalSeconds: "How often the agent checks whether the machine itself has changed. From {{least}} to {{most}}.",
  },
  seconds: "seconds",
  every: "every {{duration}}",
  defaultOrigin: "built-in default",
  origin: {
    organization: "from the organization",
    client: "from the client {{name}}",
    site: "from the site {{name}}",
    group: "from the group {{name}}",
    resource: "set here",
  },
  setHere: "set here",
  set: "Set here",
  reset: "Back to inherited",
  outOfRange: "Write a whole number from {{least}} to {{most}}.",
  saved: "Saved. Agents are told at once.",
  loadWhat: "The settings",
};
