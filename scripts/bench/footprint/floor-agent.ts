// The floor: the least a Node agent can be. One WebSocket, one hand-written protobuf message of what /proc and statfs say, every 30 s;
// no identity, no spool, no acknowledgement. Arguments: address of a server, seconds between two reports. With a file as a third one each
// report is appended to it and made durable before it is sent: what that costs, measured apart.
import { readFileSync, statfsSync } from "node:fs";
import { open } from "node:fs/promises";
import protobuf from "protobufjs/minimal.js";
import WebSocket from "ws";

const [, , address = "", seconds = "30", file] = process.argv;
const PING_MS = 30_000;
const AGAIN_MS = 5_000;
let before = { all: 0, idle: 0 };

function busyShare(): number {
  const ticks = readFileSync("/proc/stat", "utf8").split("\n", 1)[0]?.trim().split(/ +/).slice(1).map(Number) ?? [];
  const now = { all: ticks.reduce((sum, each) => sum + each, 0), idle: (ticks[3] ?? 0) + (ticks[4] ?? 0) };
  const share = 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
  before = now;
  return share;
}

function memory(): { total: number; available: number } {
  const text = readFileSync("/proc/meminfo", "utf8");
  const bytes = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, "m").exec(text)?.[1]) * 1024;
  return { total: bytes("MemTotal"), available: bytes("MemAvailable") };
}

function traffic(): { received: number; sent: number } {
  const lines = readFileSync("/proc/net/dev", "utf8").split("\n").slice(2);
  const columns = lines.map((line) =>
    line
      .trim()
      .split(/[\s:]+/)
      .map(Number),
  );
  const sum = (at: number) => columns.reduce((total, each) => total + (each[at] ?? 0), 0);
  return { received: sum(1), sent: sum(9) };
}

function report(): Uint8Array {
  const { total, available } = memory();
  const { received, sent } = traffic();
  const root = statfsSync("/");
  const load = Number.parseFloat(readFileSync("/proc/loadavg", "utf8"));
  const writer = protobuf.Writer.create();
  for (const [i, value] of [Date.now(), busyShare(), total, available, root.blocks, root.bfree, root.bsize, received, sent, load].entries())
    writer.uint32(((i + 1) << 3) | 1).double(value);
  return writer.finish();
}

const spool = file === undefined ? undefined : await open(file, "a");

async function send(socket: WebSocket): Promise<void> {
  const bytes = report();
  await spool?.write(bytes);
  await spool?.datasync();
  socket.send(bytes);
}

function connect(): void {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const timers: NodeJS.Timeout[] = [];
  socket.on("open", () => {
    void send(socket);
    timers.push(
      setInterval(() => void send(socket), Number(seconds) * 1000),
      setInterval(() => socket.ping(), PING_MS),
    );
  });
  // "close" follows, which is where it is dealt with.
  socket.on("error", () => undefined);
  socket.on("close", () => {
    for (const timer of timers) clearInterval(timer);
    setTimeout(connect, AGAIN_MS);
  });
}

connect();
