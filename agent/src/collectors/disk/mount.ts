// What every system's list of volumes holds.

/** A volume that may be asked for its room. */
export interface Mount {
  /** As people know it: "/", "C:". */
  readonly mount: string;
  /** As the system wants it: "/", "C:\\". */
  readonly path: string;
  /** Empty where the system does not tell. */
  readonly filesystem: string;
  readonly readOnly: boolean;
  readonly removable: boolean;
}
