// What an organization wants to know of its equipment: types in its own words, and fields of its own in containers.

import { Containers } from "./containers.tsx";
import { Types } from "./types.tsx";

export function FieldsPage() {
  return (
    <>
      <Containers />
      <Types />
    </>
  );
}
