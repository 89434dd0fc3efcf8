// Files as a browser hands them over: dropped or pasted. Pure but for reading what it hands.
import type { NamedFile } from "./use-uploads.ts";

interface Given {
  readonly files: readonly NamedFile[];
  /** Names of folders, which cannot be sent. */
  readonly folders: readonly string[];
}

/** What was dropped. */
export function droppedIn(data: DataTransfer): Given {
  const folders = [...data.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry?.isDirectory === true ? [entry.name] : [];
  });
  return { files: [...data.files].filter(({ name }) => !folders.includes(name)).map(named), folders };
}

export const named = (content: File): NamedFile => ({ name: content.name, content });

/** A pasted picture has no name of its own: it gets the time. @param now YYYY-MM-DD and the like, fit for a file's name */
export function pastedFrom(data: DataTransfer, now: string): NamedFile[] {
  return [...data.files].map((content) => ({
    name: /^image\.\w+$/.test(content.name) ? content.name.replace("image", `image-${now}`) : content.name,
    content,
  }));
}
