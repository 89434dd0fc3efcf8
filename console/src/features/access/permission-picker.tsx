import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AREA_NAMES, AREAS, type Permission, permissionKey } from "./permissions.ts";

interface PermissionPickerProps<Name extends Permission> {
  readonly offered: readonly Name[];
  readonly chosen: readonly Name[];
  readonly disabled?: boolean;
  readonly onChange: (chosen: Name[]) => void;
}

/** Permissions in plain words, grouped by area. */
export function PermissionPicker<Name extends Permission>({ offered, chosen, disabled = false, onChange }: PermissionPickerProps<Name>) {
  const { t } = useTranslation("access");
  const areas = AREA_NAMES.map((area) => ({ area, names: offered.filter((name) => (AREAS[area] as readonly string[]).includes(name)) }));
  return (
    <div className="v-permissions">
      {areas
        .filter(({ names }) => names.length > 0)
        .map(({ area, names }) => (
          <fieldset key={area} className="v-plain-set" disabled={disabled}>
            <legend>{t(`area.${area}`)}</legend>
            {names.map((name) => (
              <Checkbox
                key={name}
                size="xs"
                label={t(`permission.${permissionKey<Permission>(name)}`)}
                checked={chosen.includes(name)}
                onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, name] : chosen.filter((each) => each !== name))}
              />
            ))}
          </fieldset>
        ))}
    </div>
  );
}
