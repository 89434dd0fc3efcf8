// What the routes of machines' logs take and answer.
import { type Static, Type } from "typebox";
import { Id, Instant, Named, nullable, ref } from "../../http/schemas.ts";

export const STATES = ["asked", "collecting", "sending", "done", "failed", "expired"] as const;
export const REASONS = ["", "agent_failed", "too_often", "too_large", "no_room", "not_kept"] as const;
export type Reason = (typeof REASONS)[number];

export const LogRequest = Type.Object(
  {
    id: Id,
    state: Type.Unsafe<(typeof STATES)[number]>({ type: "string", enum: [...STATES] }),
    reason: Type.Unsafe<Reason>({ type: "string", enum: [...REASONS], description: "Why it failed" }),
    size: nullable(Type.Integer({ minimum: 0, description: "Of the zip, bytes; null until it is known" })),
    received: Type.Integer({ minimum: 0, description: "Bytes that are here" }),
    fileId: nullable(Id),
    askedAt: Instant,
    askedBy: nullable(ref(Named)),
    expiresAt: Instant,
  },
  { $id: "LogRequest" },
);
export type LogRequest = Static<typeof LogRequest>;
