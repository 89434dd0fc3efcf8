// Delivery: what agents send becomes durable exactly once. Cursors, order, acknowledgement after COMMIT, quarantine, limits.
// It knows neither sockets (the gateway calls it) nor what records mean (the modules' handlers do); app.ts joins them.
export { backOff } from "./back-off.ts";
export { createDelivery, type DeliveryParts } from "./delivery.ts";
export { isRecordsFault, reasonOf } from "./fault.ts";
export {
  type DeliveringAgent,
  type Delivery,
  type DeliveryTimings,
  type EventHandlers,
  type Failpoint,
  type Reply,
  type TelemetryHandlers,
  type TelemetryItem,
  Unfit,
} from "./types.ts";
