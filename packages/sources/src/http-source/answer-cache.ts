/** Answers by the content of their questions, the least recently used let go first. */
export interface AnswerCache {
  get(key: string): unknown;
  set(key: string, answer: unknown, bytes: number): void;
  clear(): void;
}

/** Holds answers of `maxBytes` together; one that is larger alone is not kept. */
export function createAnswerCache(maxBytes: number): AnswerCache {
  const entries = new Map<string, { readonly answer: unknown; readonly bytes: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A map keeps the order in which keys were set.
      entries.delete(key);
      entries.set(key, entry);
      return entry.answer;
    },
    set: (key, answer, bytes) => {
      remove(key);
      if (bytes > maxBytes) return;
      entries.set(key, { answer, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
    },
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
}
