// The kinds of fields that a section may hold. The schema of a section says everything about it: what is kept of what an agent sent
// (clean.ts), what the API answers, and its TypeScript type.
import { type TSchema, Type } from "typebox";

export const Text = Type.String();
export const Texts = Type.Array(Type.String());
export const Count = Type.Number({ minimum: 0 });
/** Absent is unknown. */
export const Flag = Type.Boolean();
/** Absent is no. */
export const Sure = Type.Boolean({ default: false });
/** A word for each number of a wire enum, from 1 on; 0 is unknown and stays absent. */
export const words = <Word extends string>(...names: Word[]) => Type.Unsafe<Word>({ type: "string", enum: names });

type Fields<Shape> = { readonly [Key in Exclude<keyof Shape, "$unknowns">]-?: TSchema };

/** An object of the wire: every field of the message must be named, and any may be absent. */
export const of =
  <Shape>() =>
  <Chosen extends Fields<Shape>>(fields: Chosen) =>
    Type.Partial(Type.Object(fields));
