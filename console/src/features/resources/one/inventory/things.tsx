// A list of things of one kind: disks, services, accounts. Long ones show their beginning, with the rest on demand.
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../ui/locale.tsx";
import { TableBox } from "../../../../ui/table-box.tsx";

interface ThingColumn<Thing> {
  /** Its word, and its name among the columns. */
  readonly title: string;
  readonly cell: (thing: Thing) => ReactNode;
  readonly number?: boolean;
  /** Left out on a phone. */
  readonly wide?: boolean;
}

interface ThingsProps<Thing> {
  readonly things: readonly Thing[] | undefined;
  /** The first one names the row. */
  readonly columns: readonly ThingColumn<Thing>[];
  /** Said when there are none. */
  readonly none: string;
  /** How many are shown at first. */
  readonly first?: number;
}

const FIRST = 100;
const MORE = 400;

export function Things<Thing>({ things = [], columns, none, first = FIRST }: ThingsProps<Thing>) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const [further, setFurther] = useState(0);
  if (things.length === 0) return <p className="v-muted">{none}</p>;
  const most = first + further;
  const left = things.length - most;
  return (
    <>
      <TableBox>
        <table className="v-table v-things">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" className={classOf(column)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {things.slice(0, most).map((thing, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: machines have equal things, told apart only by their place
              <tr key={row}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.title} scope="row" className="v-break">
                      {column.cell(thing)}
                    </th>
                  ) : (
                    <td key={column.title} className={classOf(column)}>
                      {column.cell(thing)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {left > 0 && (
        <Button variant="default" mt="md" onClick={() => setFurther(further + MORE)}>
          {t("showMore", { count: left, number: format.whole(left) })}
        </Button>
      )}
    </>
  );
}

const classOf = ({ number = false, wide = false }: { readonly number?: boolean; readonly wide?: boolean }): string =>
  [number ? "v-number" : "v-break", wide ? "v-wide-only" : ""].join(" ").trim();
