import { useFormat } from "./locale.tsx";

/** A share (0..1) as a number and a thin bar: amber from 80 %, red from 92 %. */
export function Meter({ share, label, bar = true }: { share: number | null | undefined; label?: string; bar?: boolean }) {
  const format = useFormat();
  const known = share !== null && share !== undefined;
  const level = !known ? "unknown" : share >= 0.92 ? "bad" : share >= 0.8 ? "warn" : "calm";
  return (
    <span className={`v-meter v-meter-${level}`}>
      <span className="v-meter-number">{label ?? format.ratio(share)}</span>
      {bar && (
        <svg className="v-meter-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width="100" height="4" className="v-meter-track" />
          {known && <rect width={Math.min(100, Math.max(0, share * 100))} height="4" className="v-meter-fill" />}
        </svg>
      )}
    </span>
  );
}
