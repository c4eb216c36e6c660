/** One thing in saved or given settings that was repaired or left out. */
export interface SettingsProblem {
  /** Where: `bucketCount`, `byKey["metric:val/loss"].edges`; empty for the whole. */
  readonly path: string;
  /**
   * `not-settings`: no object at all; `version`: from another version; `unknown-field`: left out; `invalid`: left out, the default
   * holds; `repaired`: kept in a changed form.
   */
  readonly code: 'not-settings' | 'version' | 'unknown-field' | 'invalid' | 'repaired';
  /** An English sentence that names the setting, the value and what is used instead. */
  readonly message: string;
  /** What the sentence names beside the path, to word it in another language: `value`, and where known `used`, `accepts` or `version`. */
  readonly params?: { readonly [name: string]: string | number };
}

/** Takes note of a problem below some path. */
export type ReportSetting = (code: SettingsProblem['code'], path: string, message: string, params?: SettingsProblem['params']) => void;

/** A value as JSON text, cut to a length that fits a message. */
export function showSetting(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : safeJson(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
