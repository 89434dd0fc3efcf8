import { useTranslation } from "react-i18next";
import type { Latest } from "../../../../api/types.ts";
import { useNow } from "../../../../ui/clock.ts";
import { useFormat } from "../../../../ui/locale.tsx";
import { Meter } from "../../../../ui/meter.tsx";
import { Section } from "../../../../ui/page.tsx";

const share = (used: number, total: number): number | null => (total === 0 ? null : used / total);

/** Processor and memory as they were measured last. */
export function NowNumbers({ latest }: { latest: Latest | null }) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  const now = useNow(1000);
  if (latest === null) {
    return (
      <Section title={t("overview.now")}>
        <p className="v-muted">{t("overview.noData")}</p>
      </Section>
    );
  }
  const { cpu, memory } = latest;
  return (
    <Section
      title={t("overview.now")}
      aside={<span className="v-muted">{t("overview.measured", { when: format.relative(latest.at, now) })}</span>}
    >
      <div className="v-now">
        <div>
          <h3>{t("overview.cpu")}</h3>
          <b className="v-big">{format.fineRatio(cpu?.busy)}</b>
          <Meter share={cpu?.busy} label="" />
          <dl className="v-pairs">
            {cpu?.ioWait !== null && cpu?.ioWait !== undefined && <Pair name={t("overview.ioWait")} value={format.fineRatio(cpu.ioWait)} />}
            {cpu?.load1 !== null && cpu?.load1 !== undefined && <Pair name={t("overview.load")} value={format.number(cpu.load1)} />}
          </dl>
        </div>
        <div>
          <h3>{t("overview.memory")}</h3>
          <b className="v-big">{format.fineRatio(memory === null ? null : share(memory.usedBytes, memory.totalBytes))}</b>
          <Meter share={memory === null ? null : share(memory.usedBytes, memory.totalBytes)} label="" />
          <dl className="v-pairs">
            {memory !== null && (
              <Pair
                name={t("overview.used")}
                value={t("usedOf", { used: format.bytes(memory.usedBytes), total: format.bytes(memory.totalBytes) })}
              />
            )}
            {memory !== null && memory.swapTotalBytes > 0 && (
              <Pair
                name={t("overview.swap")}
                value={t("usedOf", { used: format.bytes(memory.swapUsedBytes), total: format.bytes(memory.swapTotalBytes) })}
              />
            )}
          </dl>
        </div>
      </div>
    </Section>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
