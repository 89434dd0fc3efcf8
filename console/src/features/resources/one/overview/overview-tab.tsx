import type { Resource } from "../../../../api/types.ts";
import { WhatToKnow } from "../../notes/what-to-know.tsx";
import { Collectors } from "./collectors.tsx";
import { Devices } from "./devices.tsx";
import { MachineFacts } from "./machine-facts.tsx";

import { NowNumbers } from "./now-numbers.tsx";

/** The newest measurement beside what the machine is. */
export function OverviewTab({ resource }: { resource: Resource }) {
  return (
    <div className="v-columns">
      <div>
        <NowNumbers latest={resource.latest} />
        {resource.latest !== null && <Devices latest={resource.latest} />}
      </div>
      <div>
        <MachineFacts facts={resource.facts} />
        <Collectors collectors={resource.collectors} quarantined={resource.quarantined} />
        <WhatToKnow resource={resource} />
      </div>
    </div>
  );
}
