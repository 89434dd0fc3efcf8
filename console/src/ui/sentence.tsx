import { Fragment, type ReactNode } from "react";
import { sentenceParts } from "./sentence-parts.ts";

/** A translated sentence with controls in it: "Show <presence/> of <client/>" keeps its order in every language. */
export function Sentence({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  return sentenceParts(text).map((part) => (
    <Fragment key={part.key}>{part.name === undefined ? <span>{part.text}</span> : parts[part.name]}</Fragment>
  ));
}
