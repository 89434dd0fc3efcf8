// Machines with one product in one channel and status; an obsolete licence is taken off here.
import { Button, Modal } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type Licence, type LicenceGroup, licencesQuery, removeLicence } from "../../api/licences.ts";
import { flatten } from "../../api/pages.ts";
import { can, useSession } from "../../api/session.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { useLicenceWords } from "./words.ts";

export function LicenceMachines({ group, onClose }: { group: LicenceGroup; onClose: () => void }) {
  const { t } = useTranslation(["licences", "common"]);
  const format = useFormat();
  const words = useLicenceWords();
  const session = useSession();
  const toast = useToast();
  const [leaving, setLeaving] = useState<Licence>();
  const list = useInfiniteQuery(licencesQuery(group));
  const removing = useChange(["licences", "inventory"], (licence: Licence) =>
    removeLicence(licence.resource.id, { product: licence.product, channel: licence.channel, lastFive: licence.lastFive }),
  );
  const total = list.data?.pages[0]?.total;
  const title = `${cutText(group.product, 80).shown} · ${words.channel(group.channel)} · ${words.status(group.status)}`;
  const remove = async (licence: Licence) => {
    await removing.mutateAsync(licence);
    toast({ text: t("removed"), tone: "ok" });
  };
  return (
    <>
      <Modal
        opened={leaving === undefined}
        onClose={onClose}
        title={title}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <div className="v-stack">
          <span className="v-muted" role="status">
            {total !== undefined && t("machines", { count: total, number: format.whole(total) })}
          </span>
          <Loaded query={list} what={t("loadMachines")}>
            {(pages) => (
              <ul className="v-list">
                {flatten<Licence>(pages).map((licence) => (
                  <li key={licence.id} className="v-list-row">
                    <Link className="v-list-main" to="/resources/$id" params={{ id: licence.resource.id }} search={{ tab: "software" }}>
                      <span className="v-cut v-strong">
                        <AgentText text={licence.resource.name} expandable={false} />
                      </span>
                      <span className="v-cut v-muted">{`${licence.client.name} › ${licence.site.name}`}</span>
                    </Link>
                    {licence.lastFive !== "" && (
                      <span className="v-muted v-nowrap">{t("key", { last: cutText(licence.lastFive, 16).shown })}</span>
                    )}
                    {can(session, "resources:write") && (
                      <Button size="compact-xs" variant="default" onClick={() => setLeaving(licence)}>
                        {t("remove")}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
          <LoadMore list={list} />
        </div>
      </Modal>
      <Confirm
        opened={leaving !== undefined}
        title={t("removeTitle")}
        text={t("removeText", { product: cutText(group.product, 80).shown, machine: cutText(leaving?.resource.name ?? "", 80).shown })}
        action={t("remove")}
        onConfirm={() => (leaving === undefined ? Promise.resolve() : remove(leaving))}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );
}
