import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AREA_NAMES, AREAS, type Permission, permissionKey } from "./permissions.ts";

interface PermissionPickerProps {
  readonly offered: readonly Permission[];
  readonly chosen: readonly string[];
  readonly disabled?: boolean;
  readonly onChange: (chosen: string[]) => void;
}

/** Permissions in plain words, grouped by area. */
export function PermissionPicker({ offered, chosen, disabled = false, onChange }: PermissionPickerProps) {
  const { t } = useTranslation("access");
  const areas = AREA_NAMES.map((area) => ({ area, names: AREAS[area].filter((name) => offered.includes(name)) }));
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
                label={t(`permission.${permissionKey(name)}`)}
                checked={chosen.includes(name)}
                onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, name] : chosen.filter((each) => each !== name))}
              />
            ))}
          </fieldset>
        ))}
    </div>
  );
}
