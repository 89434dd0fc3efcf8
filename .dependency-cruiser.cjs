// The walls of the house: each says why it stands.
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", comment: "data flows one way", from: {}, to: { circular: true } },
    { name: "agent-alone", severity: "error", comment: "deployables share the wire only", from: { path: "^agent/" }, to: { path: "^(server|console)/" } },
    { name: "server-alone", severity: "error", comment: "deployables share the wire only", from: { path: "^server/src" }, to: { path: "^(agent|console)/" } },
    { name: "console-alone", severity: "error", comment: "the console knows the server by its API alone", from: { path: "^console/" }, to: { path: "^(server|agent)/" } },
    {
      name: "protobuf-in-protocol",
      severity: "error",
      comment: "one place knows the wire's runtime",
      from: { pathNot: "^protocol/" },
      to: { path: "node_modules/(protobufjs|long)/" },
    },
    {
      name: "domains-via-index",
      severity: "error",
      comment: "a module's face is its index.ts",
      from: { path: "^server/src/modules/([^/]+)/" },
      to: { path: "^server/src/modules/", pathNot: ["^server/src/modules/$1/", "/index[.]ts$"] },
    },
    {
      name: "gateway-knows-no-module",
      severity: "error",
      comment: "app.ts joins sockets and modules; neither reaches for the other",
      from: { path: "^server/src/(gateway|delivery)/" },
      to: { path: "^server/src/modules/" },
    },
    {
      name: "modules-know-no-gateway",
      severity: "error",
      comment: "modules see the AgentPort type only",
      from: { path: "^server/src/modules/", pathNot: "[.]test[.]ts$" },
      to: { path: "^server/src/gateway/", pathNot: "^server/src/gateway/port[.]ts$" },
    },
    {
      name: "features-apart",
      severity: "error",
      comment: "a console feature is one folder; what two need lives in ui/ or api/",
      from: { path: "^console/src/features/([^/]+)/" },
      to: { path: "^console/src/features/", pathNot: "^console/src/features/$1/" },
    },
    { name: "resolvable", severity: "error", comment: "a wall cannot see what does not resolve", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|dist-types|generated)/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["vigia-source", "import", "node", "default"] },
  },
};
