// Where each record of a batch lies in its frame: whoever keeps a record for a while keeps these bytes instead of the objects made of them.
import { shape } from "#gen/shape.js";

const numberOf = (message: string, field: string): number =>
  Number(Object.entries(shape[message] ?? {}).find(([, type]) => type === field)?.[0]);
const BATCH = numberOf("Envelope", "Batch");
const RECORDS = numberOf("Batch", "Record");
const METRICS = numberOf("Record", "Metrics");

/** The records of a decoded frame that holds a batch, as they came, in order; views of the frame. None of any other frame. */
export function recordBytes(frame: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const batch of fieldsOf(frame, BATCH)) for (const record of fieldsOf(batch, RECORDS)) found.push(record);
  return found;
}

/** The report inside a record's bytes; undefined when it holds none, or several of which a decoder makes one. */
export function metricsBytes(record: Uint8Array): Uint8Array | undefined {
  const found = fieldsOf(record, METRICS);
  return found.length === 1 ? found[0] : undefined;
}

/** The contents of every length-delimited field of this number. The bytes were scanned before: nothing is checked again. */
function fieldsOf(bytes: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++] ?? 0;
      if (shift < 28) value |= (byte & 0x7f) << shift;
      else if (shift === 28) value = (value | ((byte & 0x0f) << 28)) >>> 0;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const wire = tag & 7;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else {
      const length = varint();
      if (tag >>> 3 === wanted) found.push(bytes.subarray(at, at + length));
      at += length;
    }
  }
  return found;
}
