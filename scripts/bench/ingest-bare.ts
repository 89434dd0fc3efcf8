// The limit that the product is measured against: a bare WebSocket server that decodes and copies rows, and nothing else. No identity, no
// cursor, no acknowledgement, no index, no partitions. It decodes with the wire's own decoder and writes the very rows the product writes.
import http from "node:http";
import { decode } from "@vigia/protocol";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { WebSocketServer } from "ws";
import { WEBSOCKET_OPTIONS } from "../../server/src/gateway/index.ts";
import { newId } from "../../server/src/ids.ts";
// biome-ignore-start lint/style/noRestrictedImports: the baseline encodes exactly the rows the product does.
import { encodeReports, type StoredReport } from "../../server/src/modules/metrics/copy.ts";
import { readReport } from "../../server/src/modules/metrics/read-report.ts";
import { encodeRow } from "../../server/src/modules/metrics/report-row.ts";
// biome-ignore-end lint/style/noRestrictedImports: see above.
import { serve } from "./ingest-server.ts";
import type { Seat, ServerOrder } from "./ingest-words.ts";

const FLUSH_MS = 250;
const NOBODY: Seat = { organizationId: "", agentId: "", key: "" };

async function start({ telemetry, agents, rows }: ServerOrder) {
  const client = new pg.Client(telemetry);
  await client.connect();
  await client.query("drop table if exists telemetry.bare_report");
  await client.query("create table telemetry.bare_report (like telemetry.report_raw)");
  const owners = Array.from({ length: agents }, () => ({ organizationId: newId(), resourceId: newId() }));
  let waiting: StoredReport[] = [];
  let stored = 0;
  let busy = false;

  async function flush(): Promise<void> {
    if (busy || waiting.length === 0) return;
    busy = true;
    const now = waiting;
    waiting = [];
    await new Promise<void>((resolve, reject) => {
      client
        .query(copyFrom("copy telemetry.bare_report from stdin with (format binary)"))
        .on("finish", resolve)
        .on("error", reject)
        .end(encodeReports(now));
    });
    stored += now.length;
    busy = false;
  }

  const server = http.createServer();
  new WebSocketServer({ server, ...WEBSOCKET_OPTIONS }).on("connection", (socket, request) => {
    const agent = owners[Number(request.url?.slice(1))] ?? { organizationId: newId(), resourceId: newId() };
    socket.on("message", (data: Buffer) => {
      const { batch } = decode(data);
      for (const { metrics, atMs } of batch?.records ?? []) {
        if (metrics == null) continue;
        const whole = rows === "report" ? metrics : { cpu: metrics.cpu ?? null, memory: metrics.memory ?? null };
        waiting.push({ agent, atMs: atMs ?? 0, row: encodeRow(readReport(whole)) });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const timer = setInterval(() => void flush(), FLUSH_MS);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the bare server has no port");
  return {
    url: `ws://127.0.0.1:${address.port}`,
    seats: Array.from({ length: agents }, () => NOBODY),
    stored: () => stored,
    async stop() {
      clearInterval(timer);
      await client.query("drop table telemetry.bare_report");
      await client.end();
    },
  };
}

serve(start);
