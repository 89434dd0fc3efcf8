import { clients } from "../features/clients/locale.en.ts";
import { enrollment } from "../features/enrollment/locale.en.ts";
import { overview } from "../features/overview/locale.en.ts";
import { resources } from "../features/resources/locale.en.ts";
import { session } from "../features/session/locale.en.ts";
import { settings } from "../features/settings/locale.en.ts";
import { setup } from "../features/setup/locale.en.ts";
import { common } from "../ui/locale.en.ts";
import { events } from "../ui/locale-events.en.ts";
import { scoped } from "../ui/locale-scoped.en.ts";
import { app } from "./locale.en.ts";

export const catalogue = { app, clients, common, enrollment, events, overview, resources, scoped, session, settings, setup };
