// The shapes of the metrics routes, once: validation, serialisation, OpenAPI and types.
import { type Static, Type } from "typebox";
import { IdParams, ref } from "../../http/schemas.ts";

const Values = Type.Array(Type.Unsafe<number | null>({ type: ["number", "null"] }), {
  description: "One value for each of `times`; null where the bucket holds no sample",
});

/** One metric of one thing on the resource, in columns beside `times`. */
export const MetricSeries = Type.Object(
  {
    kind: Type.Enum(["host", "volume", "disk", "interface"]),
    object: Type.String({ description: "The volume's mount, the disk's or the interface's name; empty for the host" }),
    metric: Type.String({ description: 'e.g. "cpu", "memory_used", "received"' }),
    unit: Type.Enum(["ratio", "bytes", "bytesPerSecond", "perSecond", "load"]),
    avg: Values,
    min: Values,
    max: Values,
    last: Values,
  },
  { $id: "MetricSeries" },
);
export type MetricSeries = Static<typeof MetricSeries>;

export const ResourceMetrics = Type.Object(
  {
    from: Type.String({ format: "date-time" }),
    to: Type.String({ format: "date-time" }),
    stepSeconds: Type.Integer({ minimum: 1 }),
    source: Type.Enum(["raw", "1m", "5m", "1h"], { description: "The coarsest table the answer was made from" }),
    times: Type.Array(Type.Integer(), { description: "Start of each bucket, seconds since 1970" }),
    series: Type.Array(ref(MetricSeries)),
  },
  { $id: "ResourceMetrics" },
);
export type ResourceMetrics = Static<typeof ResourceMetrics>;

export const MetricsParams = IdParams;

const Moment = (meaning: string) =>
  Type.Optional(Type.String({ maxLength: 40, description: `${meaning}: ISO 8601 or milliseconds since 1970` }));

export const MetricsQuery = Type.Object(
  {
    from: Moment("Start, an hour before `to` when left out"),
    to: Moment("End, now when left out; at most 400 days after `from`"),
    step: Type.Optional(
      Type.Integer({ minimum: 30, maximum: 31 * 86_400, description: "Seconds of one bucket; raised to what the range's table can show" }),
    ),
  },
  { additionalProperties: false },
);
export type MetricsQuery = Static<typeof MetricsQuery>;
