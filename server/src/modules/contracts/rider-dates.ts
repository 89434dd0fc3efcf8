// Which rider of a contract holds on a day. Pure: days are text "YYYY-MM-DD".

export interface RiderDates {
  readonly number: number;
  readonly startDate: string;
  /** The first day it no longer holds. */
  readonly cancelDate: string | null;
}

export type RiderState = "future" | "in_force" | "past" | "cancelled";

const holds = (rider: RiderDates, day: string): boolean => rider.startDate <= day && (rider.cancelDate === null || day < rider.cancelDate);

/** The latest one that began and was not cancelled by then; undefined when none holds. */
export function riderInForce<Rider extends RiderDates>(riders: readonly Rider[], day: string): Rider | undefined {
  let found: Rider | undefined;
  for (const rider of riders) {
    if (!holds(rider, day)) continue;
    const isLater =
      found === undefined || rider.startDate > found.startDate || (rider.startDate === found.startDate && rider.number > found.number);
    if (isLater) found = rider;
  }
  return found;
}

/** What one of these riders is on that day. */
export function riderState(riders: readonly RiderDates[], rider: RiderDates, day: string): RiderState {
  if (riderInForce(riders, day)?.number === rider.number) return "in_force";
  if (rider.cancelDate !== null && rider.cancelDate <= day) return "cancelled";
  return rider.startDate > day ? "future" : "past";
}
