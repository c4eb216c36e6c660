const reversals = new WeakMap<readonly string[], readonly string[]>();

/** The colours from high to low; the same list for the same list. */
export function reversedTable(colors: readonly string[]): readonly string[] {
  let reversal = reversals.get(colors);
  if (!reversal) {
    reversal = [...colors].reverse();
    reversals.set(colors, reversal);
  }
  return reversal;
}
