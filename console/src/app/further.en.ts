// Words that the first pages do not speak: fetched with the pages that do.
import { access } from "../features/access/locale.en.ts";
import { account } from "../features/account/locale.en.ts";
import { audit } from "../features/audit/locale.en.ts";
import { clients } from "../features/clients/locale.en.ts";
import { enrollment } from "../features/enrollment/locale.en.ts";
import { fields } from "../features/fields/locale.en.ts";
import { licences } from "../features/licences/locale.en.ts";
import { notices } from "../features/notices/locale.en.ts";
import { notify } from "../features/notify/locale.en.ts";
import { equipment } from "../features/resources/equipment/locale.en.ts";
import { files } from "../features/resources/files/locale.en.ts";
import { imports } from "../features/resources/import/locale.en.ts";
import { views } from "../features/resources/list/locale.en.ts";
import { identity } from "../features/resources/one/identity/locale.en.ts";
import { inventory } from "../features/resources/one/inventory/locale.en.ts";
import { settings } from "../features/settings/locale.en.ts";
import { setup } from "../features/setup/locale.en.ts";
import { software } from "../features/software/locale.en.ts";
import { factor } from "../features/step-up/locale.en.ts";
import { vault } from "../features/vault/locale.en.ts";
import { scoped } from "../ui/locale-scoped.en.ts";

export const catalogue = {
  access,
  account,
  audit,
  clients,
  enrollment,
  equipment,
  factor,
  fields,
  files,
  identity,
  imports,
  inventory,
  licences,
  notices,
  notify,
  scoped,
  settings,
  setup,
  software,
  vault,
  views,
};
