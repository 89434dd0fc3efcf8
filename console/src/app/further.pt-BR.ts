import { account } from "../features/account/locale.pt-BR.ts";
import { enrollment } from "../features/enrollment/locale.pt-BR.ts";
import { settings } from "../features/settings/locale.pt-BR.ts";
import { setup } from "../features/setup/locale.pt-BR.ts";
import { factor } from "../features/step-up/locale.pt-BR.ts";
import type { catalogue as english } from "./further.en.ts";

export const catalogue: typeof english = { account, enrollment, factor, settings, setup };
