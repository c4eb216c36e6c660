import type { ColorSettings } from '@runhue/core';

/** What is saved under `storageKey`, or undefined when there is nothing or storage is refused (private windows, blocked cookies). */
export function loadSettings(storageKey: string): unknown {
  try {
    const text = globalThis.localStorage?.getItem(storageKey);
    return text == null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function saveSettings(storageKey: string, settings: ColorSettings): void {
  try {
    globalThis.localStorage?.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // Storage may be full or refused; the choices still hold for this visit.
  }
}
