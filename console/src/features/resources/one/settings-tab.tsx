import { ScopedSettings } from "../../../ui/scoped-settings.tsx";

export default function SettingsTab({ id }: { id: string }) {
  return <ScopedSettings scope="resource" id={id} />;
}
