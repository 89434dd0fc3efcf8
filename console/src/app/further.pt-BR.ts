import { access } from "../features/access/locale.pt-BR.ts";
import { account } from "../features/account/locale.pt-BR.ts";
import { audit } from "../features/audit/locale.pt-BR.ts";
import { clients } from "../features/clients/locale.pt-BR.ts";
import { enrollment } from "../features/enrollment/locale.pt-BR.ts";
import { fields } from "../features/fields/locale.pt-BR.ts";
import { licences } from "../features/licences/locale.pt-BR.ts";
import { notices } from "../features/notices/locale.pt-BR.ts";
import { notify } from "../features/notify/locale.pt-BR.ts";
import { equipment } from "../features/resources/equipment/locale.pt-BR.ts";
import { files } from "../features/resources/files/locale.pt-BR.ts";
import { imports } from "../features/resources/import/locale.pt-BR.ts";
import { views } from "../features/resources/list/locale.pt-BR.ts";
import { identity } from "../features/resources/one/identity/locale.pt-BR.ts";
import { inventory } from "../features/resources/one/inventory/locale.pt-BR.ts";
import { settings } from "../features/settings/locale.pt-BR.ts";
import { setup } from "../features/setup/locale.pt-BR.ts";
import { software } from "../features/software/locale.pt-BR.ts";
import { factor } from "../features/step-up/locale.pt-BR.ts";
import { vault } from "../features/vault/locale.pt-BR.ts";
import { scoped } from "../ui/locale-scoped.pt-BR.ts";
import type { catalogue as english } from "./further.en.ts";

export const catalogue: typeof english = {
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
