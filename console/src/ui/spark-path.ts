/** SVG path of shares (0..1) over the width; null lifts the pen, a lone point becomes a short dash. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const y = (value: number) => (height - 1 - Math.min(1, Math.max(0, value)) * (height - 2)).toFixed(1);
  let path = "";
  let down = false;
  values.forEach((value, index) => {
    if (value === null) {
      down = false;
      return;
    }
    const x = index * step;
    const next = values[index + 1];
    if (down) path += `L${x.toFixed(1)} ${y(value)}`;
    else path += `M${x.toFixed(1)} ${y(value)}${next === null || next === undefined ? "h1" : ""}`;
    down = true;
  });
  return path;
}
