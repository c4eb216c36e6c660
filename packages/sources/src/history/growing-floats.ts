/** A column of numbers that grows as a file is read. */
export interface GrowingFloats {
  push(value: number): void;
  /** The numbers so far, in an array of just their length. */
  finish(): Float64Array;
}

export function growingFloats(): GrowingFloats {
  let values = new Float64Array(4);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Float64Array(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    finish: () => values.slice(0, length),
  };
}
