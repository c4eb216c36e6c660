/** FNV-1a, 32 bit, over the UTF-8 bytes of a run's id: the same number everywhere, for ever. 0 to 2³² − 1. */
export function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) {
    const unit = id.charCodeAt(i);
    if (unit >= 0x80) return hashFrom(hash, id, i);
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}

/** The rest of an id, from its first character beyond ASCII on. */
function hashFrom(hash: number, id: string, start: number): number {
  const add = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (const character of id.slice(start)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      add(code);
      continue;
    }
    if (code < 0x800) add(0xc0 | (code >> 6));
    else if (code < 0x10000) add(0xe0 | (code >> 12));
    else add(0xf0 | (code >> 18));
    if (code >= 0x10000) add(0x80 | ((code >> 12) & 0x3f));
    if (code >= 0x800) add(0x80 | ((code >> 6) & 0x3f));
    add(0x80 | (code & 0x3f));
  }
  return hash >>> 0;
}
