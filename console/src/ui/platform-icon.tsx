import { IconBrandApple, IconBrandWindows, IconDeviceDesktopQuestion, IconTerminal2 } from "@tabler/icons-react";
import type { ResourceRow } from "../api/types.ts";

const ICONS = {
  linux: IconTerminal2,
  windows: IconBrandWindows,
  macos: IconBrandApple,
  unknown: IconDeviceDesktopQuestion,
} as const satisfies Record<ResourceRow["platform"], typeof IconBrandApple>;

/** The family of a system as a small mark; its name stands beside it. */
export function PlatformIcon({ platform, size = 15 }: { platform: ResourceRow["platform"]; size?: number }) {
  const Icon = ICONS[platform];
  return <Icon className="v-quiet-icon" size={size} stroke={1.6} aria-hidden="true" />;
}
