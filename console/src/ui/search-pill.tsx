// A pill for long lists: the same word in a sentence, chosen from what matches the typed letters.
import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { SearchPillProps } from "./search-pill-props.ts";

const SearchPillMenu = lazy(() => import("./search-pill-menu.tsx"));

export function SearchPill(props: SearchPillProps) {
  const { label, value, options } = props;
  const [wanted, setWanted] = useState(false);
  const current = options.find((option) => option.value === value)?.label ?? "…";
  const pill = (
    <UnstyledButton
      className={value === "" ? "v-pill" : "v-pill v-pill-set"}
      aria-label={`${label}: ${current}`}
      aria-haspopup="listbox"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <span className="v-cut">{current}</span>
      <IconChevronDown size={13} aria-hidden="true" />
    </UnstyledButton>
  );
  if (!wanted) return pill;
  return (
    <Suspense fallback={pill}>
      <SearchPillMenu {...props} />
    </Suspense>
  );
}
