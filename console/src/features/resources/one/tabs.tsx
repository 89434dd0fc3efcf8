// The tabs of one machine; which one is open stands in the address.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Tab, tabsOf } from "../search.ts";

interface TabsProps {
  readonly id: string;
  readonly current: Tab;
  readonly hasAgent: boolean;
}

export function Tabs({ id, current, hasAgent }: TabsProps) {
  const { t } = useTranslation("resources");
  const navigate = useNavigate();
  const tabs = tabsOf(hasAgent, current);
  const open = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a narrow screen the open tab may stand beyond the edge
  useEffect(() => {
    open.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  const go = (tab: Tab) => void navigate({ to: "/resources/$id", params: { id }, search: (now) => ({ ...now, tab }), replace: true });
  return (
    <div className="v-tabs" role="tablist" aria-label={t("tab.label")}>
      {tabs.map((tab, index) => (
        <button
          key={tab}
          ref={tab === current ? open : null}
          type="button"
          role="tab"
          aria-selected={tab === current}
          tabIndex={tab === current ? 0 : -1}
          className="v-tab"
          onClick={() => go(tab)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            const next = step === undefined ? undefined : tabs[(index + step + tabs.length) % tabs.length];
            if (next === undefined) return;
            go(next);
            (event.currentTarget.parentElement?.children[tabs.indexOf(next)] as HTMLElement | undefined)?.focus();
          }}
        >
          {t(`tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
