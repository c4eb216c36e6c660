const utf16 = { le: [0xff, 0xfe], be: [0xfe, 0xff] } as const;

/** A decoder for the text's encoding: UTF-16 where a byte order mark says so, else UTF-8. A mark is left out. */
export function textDecoder(bytes: Uint8Array): TextDecoder {
  const starts = (mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  return new TextDecoder(starts(utf16.le) ? 'utf-16le' : starts(utf16.be) ? 'utf-16be' : 'utf-8');
}

/** All bytes as text. Bytes that are no text become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return textDecoder(bytes).decode(bytes);
}
