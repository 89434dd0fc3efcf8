// A pill for long lists: the same word in a sentence, chosen from what matches the typed letters.
import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { PillOption } from "./pill.tsx";

interface SearchPillProps {
  /** What the word stands for, for those who cannot see the sentence. */
  readonly label: string;
  readonly value: string;
  /** The answer to `text`. */
  readonly options: readonly PillOption[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (value: string) => void;
}

export function SearchPill({ label, value, options, text, onText, onPick }: SearchPillProps) {
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      onText("");
    },
  });
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
