// The metrics of one resource over HTTP. Translates only; queries.ts chooses and reads.
import type { App } from "../../http/app.ts";
import { callerOf, type Viewer } from "../../http/caller.ts";
import { errorAnswers, ref } from "../../http/schemas.ts";
import { MetricSeries, MetricsParams, MetricsQuery, ResourceMetrics } from "./schemas.ts";

export interface MetricsRoutesService {
  /** The chart data of one resource. Throws AppError INVALID_INPUT or NOT_FOUND. */
  chart(viewer: Viewer, resourceId: string, query: MetricsQuery): Promise<ResourceMetrics>;
}

/** Adds the routes. */
export function registerMetricsRoutes(app: App, metrics: MetricsRoutesService): void {
  app.addSchema(MetricSeries);
  app.addSchema(ResourceMetrics);
  app.get(
    "/api/v1/resources/:id/metrics",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "getResourceMetrics",
        summary: "What a resource measured between two moments, as chart series",
        tags: ["metrics"],
        params: MetricsParams,
        querystring: MetricsQuery,
        response: { 200: ref(ResourceMetrics), ...errorAnswers },
      },
    },
    (request) => metrics.chart(callerOf(request), request.params.id, request.query),
  );
}
