// Who may sign in to the machine, and who may do everything there.
import { useTranslation } from "react-i18next";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { InventorySection } from "./inventory-section.tsx";
import { NotKnown, Said } from "./known.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";

export function UsersTab({ inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  const current = inventory.sections.users?.currentUser;
  return (
    <InventorySection
      inventory={inventory}
      name="users"
      title={t("users.title")}
      aside={
        current !== undefined && (
          <span className="v-muted v-break">
            {t("users.current")} <AgentText text={current} expandable={false} />
          </span>
        )
      }
    >
      {({ users = [] }) => (
        <Things
          things={users.toSorted((a, b) => Number(b.administrator === true) - Number(a.administrator === true))}
          none={t("users.none")}
          columns={[
            {
              title: t("users.user"),
              cell: ({ name, administrator }) => (
                <>
                  <Said text={name} /> {administrator === true && <span className="v-badge v-tone-info">{t("users.administrator")}</span>}
                </>
              ),
            },
            { title: t("users.fullName"), cell: ({ fullName }) => <Said text={fullName} /> },
            {
              title: t("users.state"),
              cell: ({ disabled }) =>
                disabled === undefined ? (
                  <NotKnown />
                ) : disabled ? (
                  <span className="v-badge v-tone-unknown">{t("users.disabled")}</span>
                ) : (
                  t("users.enabled")
                ),
            },
          ]}
        />
      )}
    </InventorySection>
  );
}
