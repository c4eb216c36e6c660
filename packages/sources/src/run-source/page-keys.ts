import type { KeyEntry, KeyPage } from '@runhue/core';

/** The entries whose name holds the text, whatever its case, and how many there are. */
export function pageKeys(entries: readonly KeyEntry[], { search, limit }: { readonly search: string | null; readonly limit: number }): KeyPage {
  const text = search?.toLowerCase();
  const found = text === undefined ? entries : entries.filter(({ name }) => name.toLowerCase().includes(text));
  return { entries: found.slice(0, limit), total: found.length };
}
