// WebSocket close codes of the agent socket. 4000-4099: the agent may come back at once with back-off; 4100+: it must change something first.
export const CloseCode = {
  /** The server stops or restarts; come back after GoAway's delay. */
  SERVICE_RESTART: 1012,
  /** The receiver is overloaded; come back later. */
  TRY_LATER: 1013,
  /** A frame could not be decoded or broke a limit. */
  BAD_FRAME: 4000,
  /** No valid hello in time. */
  HELLO_TIMEOUT: 4001,
  /** The peer was silent for too long. */
  SILENT: 4002,
  /** The same agent opened a newer connection. */
  REPLACED: 4003,
  /** Enrolment is finished; connect again with a hello. */
  ENROLLED: 4004,
  /** Sent faster than allowed. */
  TOO_FAST: 4005,
  /** A Refusal was sent before this close. */
  REFUSED: 4101,
  /** The other side could not prove its identity. */
  BAD_PROOF: 4102,
} as const;
