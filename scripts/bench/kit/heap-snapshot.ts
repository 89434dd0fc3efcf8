// Reads V8's heap snapshots: a flat list of numbers and one of strings, as its format says in "meta".
import { readFileSync } from "node:fs";

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Own bytes and number of the objects in a snapshot, by kind and name of their class; strings together. Throws when it is none. */
export function heapByClass(file: string): Map<string, { bytes: number; count: number }> {
  const { snapshot, nodes, strings } = JSON.parse(readFileSync(file, "utf8")) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ["type", "name", "self_size"].map((field) => fields.indexOf(field));
  if (type === undefined || name === undefined || size === undefined) throw new Error("a heap snapshot of an unknown format");
  const classes = new Map<string, { bytes: number; count: number }>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? 0] ?? "?";
    const key = kind.endsWith("string") ? "strings" : `${kind} ${strings[nodes[at + name] ?? 0]}`;
    const known = classes.get(key) ?? { bytes: 0, count: 0 };
    known.bytes += nodes[at + size] ?? 0;
    known.count++;
    classes.set(key, known);
  }
  return classes;
}
