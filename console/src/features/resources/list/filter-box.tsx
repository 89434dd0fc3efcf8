// The fleet's own language: a box that completes fields and values, asks on Enter, and says below where it was not understood.
import { TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { filterValuesQuery } from "../../../api/fleet-filter.ts";
import { MOST_FILTER } from "../search.ts";
import { useOwnFields } from "./columns/column-words.ts";
import { begunValue, type Completion, completeFilter, completeOwnField, takeCompletion, valueCompletions } from "./complete-filter.ts";
import { type FilterRefusal, isReason } from "./filter-error.ts";

interface FilterBoxProps {
  readonly value: string;
  readonly refusal: FilterRefusal | undefined;
  readonly onAsk: (filter: string) => void;
}

export function FilterBox({ value, refusal, onAsk }: FilterBoxProps) {
  const { t } = useTranslation(["resources", "common"]);
  const [text, setText] = useState(value);
  const [cursor, setCursor] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setText(value), [value]);
  const begun = open ? begunValue(text, cursor) : undefined;
  const [asked] = useDebouncedValue(begun?.begun ?? "", 150);
  const { data: values = [] } = useQuery(filterValuesQuery(begun?.field, asked));
  const labels = useOwnFields().map(({ label }) => label);
  const offered = begun && {
    from: begun.from,
    options: valueCompletions(
      begun,
      values.map(({ value }) => value),
    ),
  };
  const { from, options } = offered ?? completeOwnField(text, cursor, labels) ?? completeFilter(text, cursor);
  const shown = open && options.length > 0;

  const take = (option: Completion) => {
    const taken = takeCompletion(text, cursor, from, option);
    setText(taken.text);
    setCursor(taken.cursor);
    setMarked(-1);
    requestAnimationFrame(() => field.current?.setSelectionRange(taken.cursor, taken.cursor));
  };
  const ask = (wanted: string) => {
    setOpen(false);
    setMarked(-1);
    onAsk(wanted.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const option = options[marked];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setMarked((marked + step + options.length) % Math.max(1, options.length));
    } else if ((event.key === "Enter" || event.key === "Tab") && shown && option !== undefined) {
      event.preventDefault();
      take(option);
    } else if (event.key === "Enter") ask(text);
    else if (event.key === "Escape" && shown) setOpen(false);
    else if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <div className="v-ask">
      <TextInput
        ref={field}
        size="xs"
        className="v-ask-field"
        role="combobox"
        aria-label={t("ask.label")}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && marked >= 0 ? `${id}-${marked}` : undefined}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : `${id}-error`}
        placeholder={t("ask.placeholder")}
        autoComplete="off"
        spellCheck={false}
        value={text}
        maxLength={MOST_FILTER}
        rightSection={
          text === "" ? null : (
            <UnstyledButton
              aria-label={t("filter.clear")}
              onClick={() => {
                setText("");
                ask("");
              }}
            >
              <IconX size={13} aria-hidden="true" />
            </UnstyledButton>
          )
        }
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? text.length)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setCursor(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
          setOpen(true);
          setMarked(-1);
        }}
        onKeyDown={onKeyDown}
      />
      {shown && <Offers id={id} options={options} marked={marked} onTake={take} />}
      {refusal !== undefined && text.trim() === value && <Refused id={`${id}-error`} text={value} refusal={refusal} />}
    </div>
  );
}

interface OffersProps {
  readonly id: string;
  readonly options: readonly Completion[];
  readonly marked: number;
  readonly onTake: (option: Completion) => void;
}

function Offers({ id, options, marked, onTake }: OffersProps) {
  const { t } = useTranslation("resources");
  return (
    <div className="v-ask-offers" id={`${id}-list`} role="listbox" aria-label={t("ask.offers")}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus; its aria-activedescendant names the current option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field owns the keyboard
        <div
          key={option.insert}
          id={`${id}-${index}`}
          role="option"
          className="v-ask-offer"
          aria-selected={index === marked}
          ref={(element) => {
            if (index === marked) element?.scrollIntoView({ block: "nearest" });
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <code>{option.insert}</code>
          {option.field !== undefined && <span className="v-muted v-cut">{t(`filterField.${option.field}`)}</span>}
        </div>
      ))}
    </div>
  );
}

function Refused({ id, text, refusal }: { id: string; text: string; refusal: FilterRefusal }) {
  const { t } = useTranslation("resources");
  const at = Math.min(refusal.position, text.length);
  return (
    <p id={id} className="v-inline-error" role="alert">
      <IconAlertTriangle size={14} aria-hidden="true" />
      <span className="v-break">
        {t("ask.refused")}{" "}
        <code>
          {text.slice(Math.max(0, at - 20), at)}
          <mark>{text.slice(at, at + 20) || "␣"}</mark>
        </code>{" "}
        <Reason refusal={refusal} />
      </span>
    </p>
  );
}

/** In the person's own language; a reason that this console does not know yet in the server's words. */
function Reason({ refusal: { reason, params, message } }: { refusal: FilterRefusal }) {
  const { t } = useTranslation("views");
  return isReason(reason) ? <span>{t(`reason.${reason}`, { ...params, defaultValue: message })}</span> : <span lang="en">{message}</span>;
}
