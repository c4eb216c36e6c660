/** The locale when Intl can use it, `ko_KR` read as `ko-KR`; else `en`. */
export function knownLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
