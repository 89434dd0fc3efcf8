import { Kbd, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";

const GROUPS = [
  {
    title: "everywhere",
    rows: [
      ["Ctrl K / ⌘K", "palette"],
      ["g o", "goOverview"],
      ["g r", "goResources"],
      ["g c", "goClients"],
      ["g a", "goAdd"],
      ["g s", "goSettings"],
      ["?", "help"],
    ],
  },
  {
    title: "lists",
    rows: [
      ["/", "filter"],
      ["j", "next"],
      ["k", "previous"],
      ["Enter", "open"],
      ["x", "mark"],
      ["Esc", "clear"],
    ],
  },
  { title: "charts", rows: [["← →", "cursor"]] },
] as const;

/** All shortcuts on one sheet. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["app", "common"]);
  return (
    <Modal opened onClose={onClose} title={t("shortcuts.title")} size="lg" closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className="v-sheet">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{t(`shortcuts.${group.title}`)}</h3>
            <dl>
              {group.rows.map(([keys, meaning]) => (
                <div key={meaning}>
                  <dt>
                    {keys.split(/ (?=[a-z]$)/).map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{t(`shortcuts.${meaning}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
