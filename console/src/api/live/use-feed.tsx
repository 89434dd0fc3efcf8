// The feed for components: a provider that lives as long as the signed-in shell, and hooks to listen.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { setServerTime } from "../../ui/clock.ts";
import { currentCsrfToken } from "../client.ts";
import { sessionQuery } from "../session.ts";
import { type EventHandler, type FeedState, LiveFeed } from "./feed.ts";

const FeedContext = createContext<LiveFeed | undefined>(undefined);

function addressOf(location: Location): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/api/v1/live`;
}

export function LiveFeedProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [feed] = useState(
    () =>
      new LiveFeed({
        url: addressOf(location),
        csrfToken: currentCsrfToken,
        connect: (url) => new WebSocket(url),
        random: Math.random,
        onReady: setServerTime,
        onResync: () => void queries.invalidateQueries(),
        onSignedOut: () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      }),
  );
  useEffect(() => {
    const hurry = () => feed.hurry();
    feed.start();
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      window.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
      feed.stop();
    };
  }, [feed]);
  return <FeedContext value={feed}>{children}</FeedContext>;
}

function useFeed(): LiveFeed {
  const feed = useContext(FeedContext);
  if (feed === undefined) throw new Error("the live feed is only for signed-in pages");
  return feed;
}

/** Whether what is on screen is kept up to date right now. */
export function useFeedState(): FeedState {
  const feed = useFeed();
  return useSyncExternalStore(
    (watcher) => feed.watchState(watcher),
    () => feed.state,
  );
}

/** Tries to reconnect at once. */
export function useFeedHurry(): () => void {
  const feed = useFeed();
  return () => feed.hurry();
}

/** Listens to topics for as long as the component is shown; `onEvent` may change freely. */
export function useTopics(topics: readonly string[], onEvent: (topic: string, name: string, data: unknown) => void): void {
  const feed = useFeed();
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  const key = topics.join("\n");
  useEffect(() => {
    const stops = (key === "" ? [] : key.split("\n")).map((topic) => {
      const handler: EventHandler = (name, data) => latest.current(topic, name, data);
      return feed.subscribe(topic, handler);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [feed, key]);
}
