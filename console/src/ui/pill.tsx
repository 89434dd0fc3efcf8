// A word in a sentence that can be changed: opens a short list.
import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";

export interface PillOption {
  readonly value: string;
  readonly label: string;
}

interface PillProps {
  /** What the word stands for, for those who cannot see the sentence. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly PillOption[];
  readonly onPick: (value: string) => void;
}

export function Pill({ label, value, options, onPick }: PillProps) {
  const current = options.find((option) => option.value === value)?.label ?? "…";
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={value === "" ? "v-pill" : "v-pill v-pill-set"} aria-label={`${label}: ${current}`}>
          <span className="v-cut">{current}</span>
          <IconChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="v-pill-menu" aria-label={label}>
        <Menu.RadioGroup value={value} onChange={onPick}>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              <span className="v-cut">{option.label}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
