import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { SearchPillProps } from "./search-pill-props.ts";

/** A SearchPill with its list, open from the start: it is fetched when the pill is first pressed. */
export default function SearchPillMenu({ label, value, options, text, onText, onPick }: SearchPillProps) {
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      onText("");
    },
  });
  const { focusSearchInput } = combobox;
  const focused = useRef(false);
  useEffect(() => {
    if (focused.current) return;
    focused.current = true;
    focusSearchInput();
  }, [focusSearchInput]);
  const current = options.find((option) => option.value === value)?.label ?? "…";
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={240}
      shadow="md"
      onOptionSubmit={(picked) => {
        onPick(picked);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={value === "" ? "v-pill" : "v-pill v-pill-set"}
          aria-label={`${label}: ${current}`}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className="v-cut">{current}</span>
          <IconChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search aria-label={label} placeholder={label} value={text} onChange={(event) => onText(event.currentTarget.value)} />
        <Combobox.Options className="v-pill-menu" aria-label={label} tabIndex={0}>
          {options.map((option) => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value}>
              <span className="v-with-icon">
                <span className="v-cut">{option.label}</span>
                {option.value === value && <IconCheck size={14} aria-hidden="true" />}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
