const sizes = ['100x1000', '1000x1000', '1000x10000', '10000x1000'];
const againstUplot = {
  'recolour count': [0.6, 0.1, 0.04, null],
  'recolour palette': [0.6, 0.1, 0.04, null],
  'recolour key': [0.6, 0.1, 0.04, null],
  mount: [1.2, 0.4, 0.2, 0.4],
  toggle: [1, 0.4, 0.1, 0.4],
  'hover p95': [1.2, 1, 1, 1],
  heap: [4, 0.8, 0.15, 0.5],
};
/** Recolouring 10,000 runs, against 100 of one's own. */
const flat = 1.5;
/** At 10 × 1,000, against the best library there, and the milliseconds that the Recharts frame may cost at mount. */
const small = { size: '10x1000', ratio: 1.3, frame: 15 };

export const sizeOf = ({ runs, points }) => `${runs}x${points}`;

/** A row's figure: recolouring is its slowest way where none is named, or the only one it has; mounting the warm median. */
export function figure(row, name) {
  if (!row) return NaN;
  if (name === 'heap') return row.heap ?? NaN;
  if (!name.startsWith('recolour') || name in row.moments) return row.moments[name] ?? NaN;
  return Math.max(...Object.entries(row.moments).filter(([key]) => key.startsWith('recolour')).map(([, ms]) => ms));
}

/** Every target that this run's rows can tell about: `{ name, size, value, target, hit }`, and who is ahead of the kit where. */
export function checkTargets(rows) {
  const cells = [];
  for (const group of groupsOf(rows)) {
    const at = (contestant, size) => group.rows.find((row) => row.contestant === contestant && sizeOf(row) === size);
    const add = (name, size, value, target, against) => {
      if (Number.isFinite(value)) cells.push({ ...group.of, name, size, value, target, against, hit: value <= target });
    };
    for (const [name, targets] of Object.entries(againstUplot)) {
      sizes.forEach((size, i) => {
        const ours = figure(at('runhue', size), name);
        if (targets[i] !== null) add(name, size, ours / figure(at('uplot', size), name), targets[i], 'uPlot');
        else add(name, size, ours / figure(at('runhue', '100x1000'), name), flat, 'its own 100x1000');
      });
    }
    for (const name of ['recolour', 'mount', 'toggle', 'hover p95']) {
      const others = group.rows.filter((row) => row.contestant !== 'runhue' && row.contestant !== 'floor' && sizeOf(row) === small.size);
      const best = Math.min(...others.map((row) => figure(row, name)).filter(Number.isFinite));
      const allowance = name === 'mount' ? small.frame : 0;
      add(name, small.size, (figure(at('runhue', small.size), name) - allowance) / best, small.ratio, name === 'mount' ? `the best, ${small.frame} ms off` : 'the best');
    }
  }
  return cells;
}

/** Cells in which another library is ahead of the kit, beyond 10 × 1,000. */
export function aheadOf(rows) {
  return groupsOf(rows).flatMap(({ of, rows: group }) =>
    group
      .filter((row) => row.contestant === 'runhue' && sizeOf(row) !== small.size)
      .flatMap((ours) =>
        group
          .filter((other) => other.contestant !== 'runhue' && other.contestant !== 'floor' && sizeOf(other) === sizeOf(ours))
          .flatMap((other) =>
            ['mount', 'recolour', 'toggle', 'hover']
              .filter((name) => figure(other, name) < figure(ours, name))
              .map((name) => ({ ...of, size: sizeOf(ours), name, other: other.contestant, ratio: figure(ours, name) / figure(other, name) })),
          ),
      ),
  );
}

/** Rows by line width and pixel ratio. */
export function groupsOf(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = `${row.lineWidth} ${row.pixelRatio}`;
    if (!groups.has(key)) groups.set(key, { of: { lineWidth: row.lineWidth, pixelRatio: row.pixelRatio }, rows: [] });
    groups.get(key).rows.push(row);
  }
  return [...groups.values()];
}
