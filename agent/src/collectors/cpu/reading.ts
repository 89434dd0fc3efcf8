// What every system's reader of processor times answers.

/** Time of all processors together since boot, in any one unit, and the load where there is one. */
export interface CpuReading {
  readonly busy: number;
  readonly idle: number;
  /** Absent where the system does not count it. */
  readonly ioWait?: number;
  /** Absent where the system has none. */
  readonly load1?: number;
}
