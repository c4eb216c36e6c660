/** MurmurHash3 (x86, 32 bit; Appleby 2011) over 32-bit words: a damaged word always changes it, other damage all but once in 2³². */
export function frameCheck(payload: Uint32Array, header: Uint32Array): number {
  const hash = mixWords(mixWords(0, payload), header);
  let mixed = hash ^ ((payload.length + header.length) * 4);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function mixWords(seed: number, words: Uint32Array): number {
  let hash = seed;
  for (let i = 0; i < words.length; i++) {
    let word = Math.imul(words[i] as number, 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  return hash;
}
