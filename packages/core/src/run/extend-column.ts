/** How much of a buffer made here is in use; only the column that ends there may grow into the rest. */
const usedLengths = new WeakMap<ArrayBufferLike, number>();

/**
 * The column followed by more values, as a new view. Columns made here keep spare room, so that appending point by point
 * costs a copy now and then only; the given column itself never changes.
 */
export function extendColumn(column: Float64Array, added: Float64Array): Float64Array {
  const length = column.length + added.length;
  const ownsTail = column.byteOffset === 0 && usedLengths.get(column.buffer) === column.length;
  const fits = ownsTail && length * Float64Array.BYTES_PER_ELEMENT <= column.buffer.byteLength;
  const whole = fits ? new Float64Array(column.buffer) : new Float64Array(Math.max(64, Math.ceil(length * 1.5)));
  if (!fits) whole.set(column);
  whole.set(added, column.length);
  usedLengths.set(whole.buffer, length);
  return whole.subarray(0, length);
}

/** `extendColumn` that answers the same column with the same addition once, so that shared columns stay shared. */
export function createColumnExtender(): typeof extendColumn {
  const extended = new Map<Float64Array, { added: Float64Array; result: Float64Array }>();
  return (column, added) => {
    const known = extended.get(column);
    if (known?.added === added) return known.result;
    const result = extendColumn(column, added);
    extended.set(column, { added, result });
    return result;
  };
}
