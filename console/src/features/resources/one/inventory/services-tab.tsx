// Services, with those on top that should run and do not.
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pill } from "../../../../ui/pill.tsx";
import { InventorySection } from "./inventory-section.tsx";
import { NotKnown, Said } from "./known.tsx";
import { type Service, type ServiceFilter, servicesShown } from "./services-shown.ts";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";
import { useWords } from "./words.ts";

const STATES = ["", "running", "stopped", "failed"] as const;

export function ServicesTab({ inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  const word = useWords();
  const [filter, setFilter] = useState<ServiceFilter>({ text: "", state: "" });
  return (
    <InventorySection inventory={inventory} name="services" title={t("services.title")}>
      {({ services = [] }) => (
        <>
          <div className="v-filters">
            <TextInput
              size="xs"
              aria-label={t("services.search")}
              placeholder={t("services.search")}
              leftSection={<IconSearch size={14} />}
              value={filter.text}
              maxLength={200}
              onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
            />
            <Pill
              label={t("services.state")}
              value={filter.state}
              options={STATES.map((state) => ({ value: state, label: state === "" ? t("services.any") : t(`services.are.${state}`) }))}
              onPick={(state) => setFilter({ ...filter, state: state as ServiceFilter["state"] })}
            />
          </div>
          <Things
            things={servicesShown(services, filter)}
            none={services.length === 0 ? t("services.none") : t("services.noMatch")}
            columns={[
              {
                title: t("services.service"),
                cell: ({ name, title }) => (
                  <>
                    <Said text={title ?? name} />
                    {title !== undefined && title !== name && (
                      <span className="v-muted v-block">
                        <Said text={name} />
                      </span>
                    )}
                  </>
                ),
              },
              { title: t("services.state"), cell: ({ state }) => <State state={state} /> },
              { title: t("services.start"), cell: ({ start }) => <Said text={word("start", start)} /> },
              { title: t("services.account"), wide: true, cell: ({ account }) => <Said text={account} /> },
            ]}
          />
        </>
      )}
    </InventorySection>
  );
}

function State({ state }: { state: Service["state"] }) {
  const { t } = useTranslation("inventory");
  if (state === undefined) return <NotKnown />;
  const tone = { running: "v-tone-ok", stopped: "v-tone-unknown", failed: "v-tone-bad" }[state];
  return <span className={`v-badge ${tone}`}>{t(`services.is.${state}`)}</span>;
}
