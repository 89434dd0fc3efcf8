// First-run set-up behind a one-time code. Once the server is configured there is no set-up: its routes answer like any missing one.
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import type { SetupCode } from "../../keys/index.ts";
import type { Organizations } from "./organizations.ts";
import { isConfigured } from "./queries.ts";
import type { Sessions } from "./sessions.ts";

interface SetupRequest {
  readonly code: string;
  readonly organization: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Setup {
  /** Whether set-up is still to be done. Once false, false for good. */
  needed(): Promise<boolean>;
  /** Sets the server up and signs its administrator in; answers the session token. Throws INVALID_SETUP_CODE { attemptsLeft }. */
  run(request: SetupRequest, from: Origin): Promise<string>;
}

export interface SetupDeps {
  readonly database: Database;
  readonly organizations: Organizations;
  readonly sessions: Sessions;
  /** undefined on a server that was configured when it started. */
  readonly setupCode: SetupCode | undefined;
}

export function createSetup(deps: SetupDeps): Setup {
  const { database, organizations, sessions, setupCode } = deps;
  let configured = false;

  return {
    async needed() {
      if (!configured) configured = await database.global(isConfigured);
      return !configured;
    },
    async run(request, from) {
      const answer = setupCode?.verify(request.code) ?? "locked";
      if (answer !== "ok") {
        const attemptsLeft = answer === "locked" ? 0 : answer.attemptsLeft;
        throw new AppError("INVALID_SETUP_CODE", "this is not the set-up code", { details: { attemptsLeft } });
      }
      const { organization, name, email, password } = request;
      const token = await organizations.create(
        { name: organization, administrator: { email, name, password } },
        { install: true, address: from.address },
        (tx, made) => sessions.open(tx, { ...made, ...from }),
      );
      configured = true;
      await setupCode?.remove();
      return token;
    },
  };
}
