import { describe, expect, it } from "vitest";
import { CursorMoved, isRecordsFault } from "./fault.ts";

const pgError = (code: string, message = "x") => Object.assign(new Error(message), { code, severity: "ERROR" });
const prismaRaw = (originalCode: string) =>
  Object.assign(new Error("Raw query failed"), {
    code: "P2010",
    meta: { driverAdapterError: Object.assign(new Error("DriverAdapterError"), { cause: { originalCode, kind: "postgres" } }) },
  });

describe("a failed transaction", () => {
  it.each([
    ["text with a NUL", pgError("22021")],
    ["a number out of range", pgError("22003")],
    ["a broken constraint", pgError("23503")],
    ["a key too large for its index", pgError("54000")],
    ["the same through Prisma's raw queries", prismaRaw("22P05")],
    ["a duplicate found by Prisma", Object.assign(new Error("Unique"), { code: "P2002" })],
    ["an error of the handler itself", new TypeError("undefined is not a function")],
    ["the handler's error behind another one", new Error("handler", { cause: pgError("22003") })],
  ])("is the record's fault: %s", (_, error) => {
    expect(isRecordsFault(error)).toBe(true);
  });

  it.each([
    ["killed by an administrator", pgError("57P01")],
    ["serialization", pgError("40001")],
    ["deadlock", pgError("40P01")],
    ["out of connections", pgError("53300")],
    ["missing table", pgError("42P01")],
    ["missing right", pgError("42501")],
    ["a missing partition", pgError("23514", 'no partition of relation "report_raw" found for row')],
    ["connection refused", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" })],
    ["connection lost", new Error("Connection terminated unexpectedly")],
    ["no connection in time", new Error("timeout exceeded when trying to connect")],
    ["the same through Prisma", prismaRaw("57P01")],
    ["Prisma's transaction API", Object.assign(new Error("Transaction not found"), { code: "P2028" })],
    ["Prisma's closed connection", Object.assign(new Error("x"), { name: "DriverAdapterError", cause: { kind: "ConnectionClosed" } })],
    ["a cursor that moved", new CursorMoved("moved")],
  ])("is the database's: %s", (_, error) => {
    expect(isRecordsFault(error)).toBe(false);
  });
});
