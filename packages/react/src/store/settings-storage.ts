import type { ColorSettings } from '@runhue/core';

/**
 * What is saved under `storageKey`; undefined when there is nothing or storage is refused (private windows, blocked cookies), the text
 * itself when it is not JSON.
 */
export function loadSettings(storageKey: string): unknown {
  const text = readStorage(storageKey);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function saveSettings(storageKey: string, settings: ColorSettings): void {
  try {
    globalThis.localStorage?.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // Storage may be full or refused; the choices still hold for this visit.
  }
}

function readStorage(storageKey: string): string | null {
  try {
    return globalThis.localStorage?.getItem(storageKey) ?? null;
  } catch {
    return null;
  }
}
