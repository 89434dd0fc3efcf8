import { overview } from "../features/overview/locale.pt-BR.ts";
import { resources } from "../features/resources/locale.pt-BR.ts";
import { session } from "../features/session/locale.pt-BR.ts";
import { common } from "../ui/locale.pt-BR.ts";
import { events } from "../ui/locale-events.pt-BR.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import { app } from "./locale.pt-BR.ts";

export const catalogue: typeof english = {
  app,
  common,
  events,
  overview,
  resources,
  session,
};
