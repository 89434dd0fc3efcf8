import { overview } from "../features/overview/locale.en.ts";
import { resources } from "../features/resources/locale.en.ts";
import { session } from "../features/session/locale.en.ts";
import { common } from "../ui/locale.en.ts";
import { events } from "../ui/locale-events.en.ts";
import { app } from "./locale.en.ts";

export const catalogue = { app, common, events, overview, resources, session };
