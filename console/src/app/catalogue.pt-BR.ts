import { clients } from "../features/clients/locale.pt-BR.ts";
import { overview } from "../features/overview/locale.pt-BR.ts";
import { resources } from "../features/resources/locale.pt-BR.ts";
import { session } from "../features/session/locale.pt-BR.ts";
import { common } from "../ui/locale.pt-BR.ts";
import { events } from "../ui/locale-events.pt-BR.ts";
import { scoped } from "../ui/locale-scoped.pt-BR.ts";
import type { catalogue as english } from "./catalogue.en.ts";
import { app } from "./locale.pt-BR.ts";

export const catalogue: typeof english = {
  app,
  clients,
  common,
  events,
  overview,
  resources,
  scoped,
  session,
};
