// Words that the first pages do not speak: fetched with the pages that do.
import { account } from "../features/account/locale.en.ts";
import { enrollment } from "../features/enrollment/locale.en.ts";
import { settings } from "../features/settings/locale.en.ts";
import { setup } from "../features/setup/locale.en.ts";
import { factor } from "../features/step-up/locale.en.ts";

export const catalogue = { account, enrollment, factor, settings, setup };
