// Logs that people ask machines for: they come over the agent's own socket and hang on the machine as a file. Its table is log_requests.
export { registerLogRoutes } from "./routes.ts";
export { createLogService, type LogParts } from "./service.ts";
