// Custom fields as inputs, each container under its own name.
import type { FieldContainer, FieldValue } from "../../../api/fields.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { useProblemText } from "../equipment/field-problem.ts";
import type { Problems } from "../equipment/form.ts";
import { typedAmount } from "./amount.ts";
import type { Draft } from "./draft.ts";
import { FieldInput } from "./field-input.tsx";

interface FieldSetsProps {
  readonly containers: readonly FieldContainer[];
  readonly items: readonly FieldValue[];
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (fieldId: string, value: string) => void;
}

export function FieldSets({ containers, items, draft, problems, onChange }: FieldSetsProps) {
  const { language } = useFormat();
  const problem = useProblemText(problems);
  const kept = new Map(items.map(({ field, value }) => [field.id, value ?? ""]));
  return containers
    .filter(({ fields }) => fields.length > 0)
    .map(({ id, name, fields }) => (
      <fieldset key={id} className="v-plain-set">
        <legend>{name}</legend>
        {fields.map((field) => {
          const value = kept.get(field.id) ?? "";
          return (
            <FieldInput
              key={field.id}
              field={field}
              value={draft[field.id] ?? (field.type === "currency" ? typedAmount(value, language) : value)}
              error={problem(field.id)}
              onChange={(typed) => onChange(field.id, typed)}
            />
          );
        })}
      </fieldset>
    ));
}

/** Every field of the containers with nothing said, as a new resource has them. */
export const nothingSaid = (containers: readonly FieldContainer[]): FieldValue[] =>
  containers.flatMap(({ fields }) => fields.map((field) => ({ field, value: null })));
