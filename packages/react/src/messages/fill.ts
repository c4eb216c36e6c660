/** Fills `{name}` places of a message; numbers are formatted for the locale. */
export function fill(message: string, params: Readonly<Record<string, string | number>>, locale?: string): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const param = params[name];
    if (param === undefined) return place;
    return typeof param === 'number' ? param.toLocaleString(locale) : param;
  });
}
