// Resources as holders of files (modules/files).
import { AppError } from "../../errors.ts";
import type { Holder } from "../files/index.ts";
import { markOf, type Needs } from "./needs.ts";
import { findExisting } from "./queries.ts";

/** A deleted resource holds nothing. */
export const resourceHolder = ({ marks }: Pick<Needs, "marks">): Holder<void> => ({
  table: "resource_attachments",
  column: "resource_id",
  async find(tx, { reach }, id) {
    if (!(await findExisting(tx, reach, [id])).has(id)) throw new AppError("NOT_FOUND", "no such resource");
  },
  tell: (tx, caller, action, id, details) =>
    marks.audit(tx, caller.organizationId, { ...markOf(caller), action, subject: { kind: "resource", id }, details }),
  changed: (tx, organizationId, resourceId) => marks.publish(tx, organizationId, "resource.changed", { resourceId }),
});
