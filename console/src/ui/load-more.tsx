import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface LoadMoreProps {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> };
}

/** Fetches the next page of a list; absent at its end. */
export function LoadMore({ list }: LoadMoreProps) {
  const { t } = useTranslation("common");
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t("loadMore")}
    </Button>
  );
}
