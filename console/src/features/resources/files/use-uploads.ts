import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";
import { attachmentsKey, sendAttachment } from "../../../api/attachments.ts";
import { dueOf, type Upload, uploadsAfter } from "./uploads.ts";

export interface NamedFile {
  readonly name: string;
  readonly content: File;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  add(files: readonly NamedFile[]): void;
  /** Takes a file back, or a refusal off the list. */
  drop(key: string): void;
  again(key: string): void;
}

/** Sends files to a resource, a few at a time, for as long as its page is open. */
export function useUploads(resourceId: string): Uploads {
  const queries = useQueryClient();
  const [uploads, dispatch] = useReducer(uploadsAfter, []);
  const files = useRef(new Map<string, { readonly file: NamedFile; stop: AbortController }>());

  useEffect(() => {
    const send = async (key: string) => {
      const one = files.current.get(key);
      if (one === undefined) return;
      one.stop = new AbortController();
      const { signal } = one.stop;
      try {
        const onProgress = (sent: number) => dispatch({ type: "progress", key, sent });
        await sendAttachment(resourceId, one.file.name, one.file.content, { signal, onProgress });
        await queries.invalidateQueries({ queryKey: attachmentsKey(resourceId) });
        files.current.delete(key);
        dispatch({ type: "gone", key });
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "failed", key, error });
      }
    };
    for (const key of dueOf(uploads)) {
      dispatch({ type: "started", key });
      void send(key);
    }
  }, [uploads, resourceId, queries]);

  useEffect(() => {
    const under = files.current;
    return () => {
      for (const { stop } of under.values()) stop.abort();
    };
  }, []);

  return {
    uploads,
    add(added) {
      const keyed = added.map((file) => ({ key: crypto.randomUUID(), file }));
      for (const { key, file } of keyed) files.current.set(key, { file, stop: new AbortController() });
      dispatch({ type: "added", uploads: keyed.map(({ key, file }) => ({ key, name: file.name, size: file.content.size })) });
    },
    drop(key) {
      files.current.get(key)?.stop.abort();
      files.current.delete(key);
      dispatch({ type: "gone", key });
    },
    again: (key) => dispatch({ type: "again", key }),
  };
}
