// One machine's licences; an obsolete one can be taken off until the machine reports another.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import type { InventorySections } from "../../../../api/inventory.ts";
import { removeLicence } from "../../../../api/licences.ts";
import { can, useSession } from "../../../../api/session.ts";
import { Confirm } from "../../../../ui/confirm.tsx";
import { cutText } from "../../../../ui/visible-text.ts";
import { InventorySection } from "./inventory-section.tsx";
import { Said } from "./known.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";
import { useWords } from "./words.ts";

type Reported = NonNullable<NonNullable<InventorySections["licences"]>["licences"]>[number];

export function Licences({ inventory, resourceId }: InventoryTabProps) {
  const { t } = useTranslation(["inventory", "licences"]);
  const word = useWords();
  const session = useSession();
  const [leaving, setLeaving] = useState<Reported>();
  const removing = useChange(["licences", "inventory"], ({ product = "", channel = "", lastFive = "" }: Reported) =>
    removeLicence(resourceId, { product, channel, lastFive }),
  );
  const remove = can(session, "resources:write")
    ? [
        {
          title: t("licences:remove"),
          cell: (licence: Reported) => (
            <Button size="compact-xs" variant="default" onClick={() => setLeaving(licence)}>
              {t("licences:remove")}
            </Button>
          ),
        },
      ]
    : [];
  return (
    <InventorySection inventory={inventory} name="licences" title={t("licences.title")}>
      {({ licences }) => (
        <>
          <Things
            things={licences}
            none={t("licences.none")}
            columns={[
              { title: t("licences.product"), cell: ({ product }) => <Said text={product} /> },
              {
                title: t("licences.status"),
                cell: ({ status, channel }) => (
                  <Said text={[word("licence", status), word("channel", channel)].filter((part) => part !== undefined).join(" · ")} />
                ),
              },
              { title: t("licences.key"), cell: ({ lastFive }) => <Said text={lastFive === undefined ? "" : `…${lastFive}`} /> },
              ...remove,
            ]}
          />
          <Confirm
            opened={leaving !== undefined}
            title={t("licences:removeTitle")}
            text={t("licences:removeText", { product: cutText(leaving?.product ?? "", 80).shown, machine: t("licences:thisMachine") })}
            action={t("licences:remove")}
            onConfirm={() => (leaving === undefined ? Promise.resolve() : removing.mutateAsync(leaving))}
            onClose={() => setLeaving(undefined)}
          />
        </>
      )}
    </InventorySection>
  );
}
