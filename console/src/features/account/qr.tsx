import { useMemo } from "react";
import { encode } from "uqr";

/** A text as a QR code: dark on light in both themes, because cameras expect it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { border: 2 });
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: modules, path: dots.join("") };
  }, [text]);
  return (
    <svg className="v-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} className="v-qr-light" />
      <path d={path} className="v-qr-dark" />
    </svg>
  );
}
