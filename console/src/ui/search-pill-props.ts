import type { PillOption } from "./pill.tsx";

export interface SearchPillProps {
  /** What the word stands for, for those who cannot see the sentence. */
  readonly label: string;
  readonly value: string;
  /** The answer to `text`. */
  readonly options: readonly PillOption[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onPick: (value: string) => void;
}
