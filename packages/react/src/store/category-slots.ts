import { keySettingsOf, parseKeyId, withKeySettings, type ColorSettings, type KeyId } from '@runhue/core';

/**
 * Settings that were made before some categories were seen, with the slots these have had since: a category never loses the colour
 * slot that it once got. The same settings when none is missing.
 */
export function keepCategorySlots(settings: ColorSettings, current: ColorSettings): ColorSettings {
  return Object.keys(current.byKey)
    .filter((id): id is KeyId => parseKeyId(id) !== null)
    .reduce((kept, id) => {
      const { categoryOrder = [] } = keySettingsOf(kept, id);
      const seen = keySettingsOf(current, id).categoryOrder ?? [];
      const missing = seen.filter((category) => !categoryOrder.includes(category));
      return missing.length === 0 ? kept : withKeySettings(kept, id, { categoryOrder: [...categoryOrder, ...missing] });
    }, settings);
}
