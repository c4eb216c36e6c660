/** About how wide a text of 12 px is, in CSS px, without a layout: enough to make room for tick texts. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ('.,:·’ '.includes(character)) width += 3.6;
    else if (code > 0x2e7f) width += 12;
    else width += character === 'm' || character === 'M' || character === 'W' ? 10 : 7.2;
  }
  return width;
}
