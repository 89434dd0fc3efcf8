// Whether something grows: the slope of a straight line through measurements.

import { group } from "../group.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Slope of the least-squares line, y per x; 0 for fewer than two places. */
export function fitSlope(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (points.length < 2 || spread === 0) return 0;
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
}

/** The lowest point of each window of this width along x. */
export function floors(points: readonly Point[], width: number): Point[] {
  const windows = group(points, ({ x }) => Math.floor(x / width));
  return [...windows.values()].flatMap((window) => window.reduce((low, point) => (point.y < low.y ? point : low)));
}
