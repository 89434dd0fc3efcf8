// The input that fits a custom field's kind.
import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import type { CustomField } from "../../../api/fields.ts";

interface FieldInputProps {
  readonly field: CustomField;
  /** As it is typed; "" is nothing. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

const INPUTS = {
  text: { maxLength: 255 },
  currency: { inputMode: "decimal", maxLength: 24 },
  phone: { type: "tel", maxLength: 30 },
  email: { type: "email", maxLength: 254 },
  link: { type: "url", maxLength: 2000, placeholder: "https://" },
  date: { type: "date", min: "0001-01-01", max: "9999-12-31" },
} as const;

export function FieldInput({ field, value, error, onChange }: FieldInputProps) {
  const common = { label: field.label, error, withAsterisk: field.required };
  if (field.type === "checkbox")
    return (
      <Checkbox
        label={field.label}
        error={error}
        checked={value === "true"}
        onChange={(event) => onChange(event.currentTarget.checked ? "true" : "false")}
      />
    );
  if (field.type === "single_select") {
    // An option that was taken away stays with what has it until somebody chooses another.
    const options = value === "" || field.options.includes(value) ? field.options : [value, ...field.options];
    return (
      <Select
        {...common}
        data={options}
        value={value === "" ? null : value}
        searchable={options.length > 8}
        clearable={!field.required}
        onChange={(option) => onChange(option ?? "")}
      />
    );
  }
  if (field.type === "text_area")
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return <TextInput {...common} {...INPUTS[field.type]} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}
