import type { catalogue } from "./app/catalogue.en.ts";
import type { catalogue as further } from "./app/further.en.ts";

// Keys and their parameters are checked by the compiler against the English catalogue.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof catalogue & typeof further;
  }
}
