import { Button } from "@mantine/core";
import { IconDeviceLaptop } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Device, devicesQuery, endDevice, endOtherDevices, useMyChange } from "../../api/account.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { useErrorText } from "../../ui/error-text.ts";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { deviceName } from "./device-name.ts";

/** Where the person is signed in, this device first. */
export function Devices() {
  const { t } = useTranslation(["account", "common"]);
  const toast = useToast();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(devicesQuery);
  const [asking, setAsking] = useState(false);
  const end = useMyChange(endDevice);
  const endOthers = useMyChange(endOtherDevices);
  const rows = (data ?? []).toSorted((one, other) => Number(other.current) - Number(one.current));
  return (
    <Section
      title={t("device.title")}
      aside={
        rows.length > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
            {t("device.endOthers")}
          </Button>
        )
      }
    >
      {data === undefined &&
        (error === null ? <RowSkeleton rows={2} /> : <LoadError what={t("device.what")} error={error} onRetry={() => void refetch()} />)}
      <ul className="v-list">
        {rows.map((device) => (
          <li key={device.id} className="v-list-row v-list-actions">
            <IconDeviceLaptop size={16} aria-hidden="true" />
            <span className="v-list-main">
              <span className="v-strong">
                <DeviceTitle device={device} />
              </span>
              <span className="v-muted">
                {device.address !== null && `${device.address} · `}
                {t("device.signedIn")} <RelativeTime at={device.createdAt} /> · {t("device.active")} <RelativeTime at={device.lastUsedAt} />
              </span>
            </span>
            {device.current ? (
              <span className="v-badge v-tone-ok">{t("device.this")}</span>
            ) : (
              <Button
                size="compact-xs"
                variant="default"
                loading={end.isPending && end.variables === device.id}
                onClick={() =>
                  end.mutate(device.id, {
                    onSuccess: () => toast({ text: t("device.ended") }),
                    onError: (failure) => toast({ text: errorText(failure), tone: "bad" }),
                  })
                }
              >
                {t("device.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        opened={asking}
        title={t("device.endOthersTitle")}
        text={t("device.endOthersText", { count: rows.length - 1 })}
        action={t("device.endOthers")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await endOthers.mutateAsync(undefined);
          toast({ text: t("device.othersEnded") });
        }}
      />
    </Section>
  );
}

function DeviceTitle({ device }: { device: Device }) {
  const { t } = useTranslation("account");
  const { browser, system } = deviceName(device.userAgent ?? "");
  if (browser !== undefined && system !== undefined) return t("device.on", { browser, system });
  return <AgentText text={browser ?? system ?? (device.userAgent || t("device.unknown"))} />;
}
