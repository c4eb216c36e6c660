/**
 * Where labels of one height stand when none may overlap another or leave the room from 0 to `room`: together as near as can be (least
 * squares) to where they would like to be. Pools adjacent violators.
 *
 * @param wished Centres, ascending. More of them than fit are squeezed evenly.
 * @returns Centres, in the same order.
 */
export function spreadLabels(wished: readonly number[], height: number, room: number): number[] {
  const step = Math.min(height, room / Math.max(1, wished.length));
  const pools: { sum: number; count: number }[] = [];
  wished.forEach((center, i) => {
    pools.push({ sum: center - i * step, count: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const lowest = step / 2;
  const highest = Math.max(lowest, room - step * (wished.length - 0.5));
  return pools
    .flatMap(({ sum, count }) => Array<number>(count).fill(Math.max(lowest, Math.min(highest, sum / count))))
    .map((center, i) => center + i * step);
}
