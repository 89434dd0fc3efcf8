// The operating system, its licences and every installed program.
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type InstalledProgram, programsQuery } from "../../../../api/inventory.ts";
import { LoadMore } from "../../../../ui/load-more.tsx";
import { Loaded } from "../../../../ui/loaded.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";
import { InventorySection, SectionNotes } from "./inventory-section.tsx";
import { Counted, Facts, Said } from "./known.tsx";
import { Licences } from "./licences.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";
import { useWords } from "./words.ts";

export function SoftwareTab({ resourceId, inventory }: InventoryTabProps) {
  return (
    <div className="v-columns">
      <Programs resourceId={resourceId} inventory={inventory} />
      <div>
        <OperatingSystem inventory={inventory} />
        <Licences inventory={inventory} resourceId={resourceId} />
      </div>
    </div>
  );
}

function Programs({ resourceId, inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), 200);
  const list = useInfiniteQuery(programsQuery(resourceId, search));
  const known = inventory.sections.software !== undefined;
  const total = list.data?.pages[0]?.total;
  return (
    <Section
      title={t("software.programs")}
      aside={
        known &&
        total !== undefined && <span className="v-muted">{t("software.count", { count: total, number: format.whole(total) })}</span>
      }
    >
      <SectionNotes inventory={inventory} name="software" />
      {!known && <p className="v-muted">{t("nothingKnown")}</p>}
      {known && (
        <>
          <TextInput
            className="v-narrow-field"
            size="xs"
            aria-label={t("software.search")}
            placeholder={t("software.search")}
            leftSection={<IconSearch size={14} />}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Loaded query={list} what={t("software.programs")} rows={12}>
            {(pages) => <ProgramTable programs={pages.pages.flatMap(({ items }) => items)} searched={search !== ""} />}
          </Loaded>
          <LoadMore list={list} />
        </>
      )}
    </Section>
  );
}

function ProgramTable({ programs, searched }: { programs: readonly InstalledProgram[]; searched: boolean }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const word = useWords();
  return (
    <Things
      // Everything that was fetched is shown: the server cuts it into pages.
      first={programs.length}
      things={programs}
      none={searched ? t("software.noMatch") : t("software.none")}
      columns={[
        {
          title: t("software.program"),
          cell: ({ name, user, source }) => (
            <>
              <Link className="v-strong" to="/software" search={{ q: name.slice(0, 200) }}>
                <Said text={name} />
              </Link>
              <span className="v-tags">
                {source !== "" && <span>{word("source", source)}</span>}
                {user !== "" && (
                  <span>
                    <Said text={user} />
                  </span>
                )}
              </span>
            </>
          ),
        },
        { title: t("software.version"), cell: ({ version }) => <Said text={version} /> },
        { title: t("software.vendor"), wide: true, cell: ({ vendor }) => <Said text={vendor} /> },
        {
          title: t("software.installed"),
          wide: true,
          cell: ({ installedOn }) => <Said text={installedOn === "" ? "" : format.plainDate(installedOn)} />,
        },
      ]}
    />
  );
}

function OperatingSystem({ inventory }: Pick<InventoryTabProps, "inventory">) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="os" title={t("os.title")}>
      {(os) => (
        <Facts
          rows={[
            [t("os.name"), <Said key="name" text={os.name} />],
            [t("os.version"), <Said key="version" text={[os.version, os.servicePack].filter((part) => part !== undefined).join(" ")} />],
            [t("os.build"), <Said key="build" text={os.build} />],
            [t("os.kernel"), <Said key="kernel" text={os.kernel} />],
            [t("os.architecture"), <Said key="architecture" text={os.architecture} />],
            [t("os.installed"), <Counted key="installed" value={os.installedAtMs} as={format.date} />],
            [t("os.booted"), <Counted key="booted" value={os.bootedAtMs} as={format.dateTime} />],
            [t("os.hostname"), <Said key="host" text={os.hostname} />],
            os.workgroup === undefined
              ? [t("os.domain"), <Said key="domain" text={os.domain} />]
              : [t("os.workgroup"), <Said key="workgroup" text={os.workgroup} />],
            [t("os.zone"), <Said key="zone" text={os.timeZone} />],
          ]}
        />
      )}
    </InventorySection>
  );
}
