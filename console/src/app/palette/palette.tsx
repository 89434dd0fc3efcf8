// One field that finds machines, clients, pages and actions. Local answers are there at the keystroke, the server's join them.
import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconDeviceDesktop, IconMapPin, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { searchQuery } from "../../api/overview.ts";
import type { SearchItem } from "../../api/types.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { PresenceDot } from "../../ui/presence.tsx";
import { useCommands } from "./commands.tsx";
import { rank } from "./fuzzy.ts";
import { readRecent, remember } from "./recent.ts";

interface Entry {
  readonly id: string;
  readonly group: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly subtitle: string;
  readonly run: () => void;
}

const ICONS = { resource: IconDeviceDesktop, client: IconBuilding, site: IconMapPin } as const;

export default function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const { t } = useTranslation(["app", "common"]);
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [debounced] = useDebouncedValue(query.trim(), 120);
  const found = useQuery(searchQuery(debounced));
  const [chosen, setChosen] = useState(0);
  const [recent] = useState(readRecent);
  const commands = useCommands(onShortcuts);
  const list = useRef<HTMLDivElement>(null);

  const openItem = (item: SearchItem) => {
    remember(item);
    if (item.kind === "resource") void navigate({ to: "/resources/$id", params: { id: item.id }, search: {} });
    else if (item.kind === "client") void navigate({ to: "/clients/$id", params: { id: item.id } });
    else void navigate({ to: "/resources", search: { siteId: item.id } });
  };
  const entryOf = (group: string) => (item: SearchItem) => {
    const Icon = ICONS[item.kind];
    const icon =
      item.kind === "resource" && item.presence !== null ? <PresenceDot presence={item.presence} size={16} /> : <Icon size={16} />;
    const entry: Entry = {
      id: `${item.kind}-${item.id}`,
      group,
      icon,
      title: item.title,
      subtitle: item.subtitle,
      run: () => openItem(item),
    };
    return entry;
  };
  const typed = query.trim();
  const remembered = rank(typed, recent, (item) => `${item.title} ${item.subtitle}`);
  // While the answer for what is typed is still to come, of the last one only what fits: Enter must not open something else.
  const late = found.isPlaceholderData || debounced !== typed;
  const remote = late ? rank(typed, found.data ?? [], (item) => `${item.title} ${item.subtitle}`) : (found.data ?? []);
  const known = remembered.map((item) => remote.find((each) => each.id === item.id) ?? item);
  const fresh = remote.filter((item) => !known.some((each) => each.id === item.id));
  const local = rank(typed, commands, (command) => command.name).map(
    (command): Entry => ({
      id: command.id,
      group: t(`palette.${command.group}`),
      icon: command.icon,
      title: command.name,
      subtitle: "",
      run: command.run,
    }),
  );
  const entries = [
    ...known.map(entryOf(t("palette.recent"))),
    ...fresh.map(entryOf(t(typed === "" ? "palette.recent" : "palette.found"))),
    ...local,
  ];
  const current = Math.min(chosen, entries.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen((current + step + entries.length) % entries.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(entries[current]);
    }
  };

  return (
    <Modal.Root opened onClose={onClose} size="lg" centered={false} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.label")} className="v-palette">
        <div className="v-palette-field">
          <IconSearch size={17} aria-hidden="true" />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={entries[current] === undefined ? undefined : `palette-${entries[current].id}`}
            aria-label={t("palette.placeholder")}
            placeholder={t("palette.placeholder")}
            value={query}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        {found.isError && <p className="v-palette-note">{t("palette.failed")}</p>}
        <div ref={list} id="palette-list" role="listbox" aria-label={t("palette.label")} className="v-palette-list">
          {entries.map((entry, index) => (
            <div key={entry.id} role="presentation">
              {entry.group !== entries[index - 1]?.group && (
                <div className="v-palette-group" role="presentation">
                  {entry.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above owns the keyboard of this list */}
              <div
                id={`palette-${entry.id}`}
                data-index={index}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className="v-palette-entry"
                onClick={() => run(entry)}
                onMouseMove={() => index !== current && setChosen(index)}
              >
                {entry.icon}
                <span className="v-cut">
                  <AgentText text={entry.title} expandable={false} />
                </span>
                <span className="v-palette-sub v-cut">
                  <AgentText text={entry.subtitle} expandable={false} />
                </span>
              </div>
            </div>
          ))}
        </div>
        {entries.length === 0 && <p className="v-palette-note">{t("palette.nothing", { query: typed })}</p>}
        <footer className="v-palette-foot">{t("palette.hint")}</footer>
      </Modal.Content>
    </Modal.Root>
  );
}
