import { useTranslation } from "react-i18next";
import type { Latest } from "../../../../api/types.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Meter } from "../../../../ui/meter.tsx";
import { Section } from "../../../../ui/page.tsx";
import { TableBox } from "../../../../ui/table-box.tsx";

/** Volumes, disks and interfaces of the newest measurement. */
export function Devices({ latest }: { latest: Latest }) {
  return (
    <>
      {latest.volumes.length > 0 && <Volumes volumes={latest.volumes} />}
      {latest.disks.length > 0 && <Disks disks={latest.disks} />}
      {latest.interfaces.length > 0 && <Interfaces interfaces={latest.interfaces} />}
    </>
  );
}

function Volumes({ volumes }: { volumes: Latest["volumes"] }) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  return (
    <Section title={t("overview.volumes")}>
      <TableBox>
        <table className="v-table">
          <thead>
            <tr>
              <th scope="col">{t("overview.mount")}</th>
              <th scope="col">{t("overview.used")}</th>
              <th scope="col" className="v-number">
                {t("overview.free")}
              </th>
              <th scope="col" className="v-number v-wide-only">
                {t("overview.inodes")}
              </th>
            </tr>
          </thead>
          <tbody>
            {volumes.map((volume) => (
              <tr key={volume.mount}>
                <th scope="row" className="v-break">
                  <AgentText text={volume.mount} />
                  <span className="v-tags">
                    <span>
                      <AgentText text={volume.filesystem} expandable={false} />
                    </span>
                    {volume.readOnly && <span>{t("overview.readOnly")}</span>}
                    {volume.removable && <span>{t("overview.removable")}</span>}
                  </span>
                </th>
                <td title={t("usedOf", { used: format.bytes(volume.usedBytes), total: format.bytes(volume.totalBytes) })}>
                  <Meter share={volume.totalBytes === 0 ? null : volume.usedBytes / volume.totalBytes} />
                </td>
                <td className="v-number">{format.bytes(volume.freeBytes)}</td>
                <td className="v-number v-wide-only">
                  {format.ratio(volume.inodesTotal === 0 ? null : volume.inodesUsed / volume.inodesTotal)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Disks({ disks }: { disks: Latest["disks"] }) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  return (
    <Section title={t("overview.disks")}>
      <TableBox>
        <table className="v-table">
          <thead>
            <tr>
              <th scope="col">{t("overview.device")}</th>
              <th scope="col">{t("overview.busy")}</th>
              <th scope="col" className="v-number">
                {t("overview.read")}
              </th>
              <th scope="col" className="v-number">
                {t("overview.written")}
              </th>
            </tr>
          </thead>
          <tbody>
            {disks.map((disk) => (
              <tr key={disk.device}>
                <th scope="row" className="v-break">
                  <AgentText text={disk.device} />
                </th>
                <td>
                  <Meter share={disk.busy} />
                </td>
                <td className="v-number">{format.bytesPerSecond(disk.readBytesPerSecond)}</td>
                <td className="v-number">{format.bytesPerSecond(disk.writtenBytesPerSecond)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Interfaces({ interfaces }: { interfaces: Latest["interfaces"] }) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  return (
    <Section title={t("overview.network")}>
      <TableBox>
        <table className="v-table">
          <thead>
            <tr>
              <th scope="col">{t("overview.interface")}</th>
              <th scope="col" className="v-number">
                {t("overview.received")}
              </th>
              <th scope="col" className="v-number">
                {t("overview.sent")}
              </th>
              <th scope="col" className="v-number v-wide-only">
                {t("overview.errors")}
              </th>
            </tr>
          </thead>
          <tbody>
            {interfaces.map((link) => (
              <tr key={link.name}>
                <th scope="row" className="v-break">
                  <AgentText text={link.name} />
                  <span className="v-tags">
                    <span>{link.up ? t("overview.up") : t("overview.down")}</span>
                  </span>
                </th>
                <td className="v-number">{format.bytesPerSecond(link.receivedBytesPerSecond)}</td>
                <td className="v-number">{format.bytesPerSecond(link.sentBytesPerSecond)}</td>
                <td className="v-number v-wide-only">{format.perSecond(link.errorsPerSecond)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
