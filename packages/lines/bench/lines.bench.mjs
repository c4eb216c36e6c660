// Milliseconds of each stage at 1000 × 500 device pixels: `pnpm --filter @runhue/lines build && node packages/lines/bench/lines.bench.mjs`
import { colorPixels, createColorTable, createIdBuffer, decimateLines, rasterLines } from '@runhue/lines';

const WIDTH = 1000;
const HEIGHT = 500;
const ROUNDS = 7;
const PALETTE = [0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00];

function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Loss curves that fall, each with its own floor and noise. */
function makeLines(count, points) {
  const next = random(count * 31 + points);
  return Array.from({ length: count }, () => {
    const x = Float64Array.from({ length: points }, (_, i) => i);
    const floor = 0.1 + 0.5 * next();
    const speed = 2 + 6 * next();
    const noise = 0.02 + 0.1 * next();
    const y = Float64Array.from(x, (i) => floor + Math.exp((-speed * i) / points) + noise * (next() - 0.5));
    return { x, y, order: next() };
  });
}

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1];
}

function time(rounds, work) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    work(i);
    times.push(performance.now() - start);
  }
  return { cold: times[0], warm: median(times) };
}

const sizes = [[10, 1000], [100, 1000], [1000, 1000], [100, 10000], [1000, 10000], [10000, 1000]];
const picked = process.argv[2] ? sizes.filter(([n, m]) => `${n}x${m}` === process.argv[2]) : sizes;
const rows = [];
for (const [count, points] of picked) {
  const lines = makeLines(count, points);
  const view = { xDomain: [0, points - 1], yDomain: [0, 1.8], width: WIDTH, height: HEIGHT };
  const buffer = createIdBuffer(WIDTH, HEIGHT);
  const out = new Uint32Array(WIDTH * HEIGHT);
  for (const lineWidth of [1, 1.5]) {
    let spans;
    let styles = lines.map((_, i) => ({ color: PALETTE[i % 6] }));
    const decimate = time(ROUNDS, () => (spans = decimateLines(lines, view)));
    const raster = time(ROUNDS, () => rasterLines(spans, styles, buffer, { lineWidth }));
    const color = time(ROUNDS * 3, (round) => {
      styles = lines.map((_, i) => ({ color: PALETTE[(i + round) % 6] }));
      colorPixels(buffer, createColorTable(styles, 0xcccccc), out);
    });
    const hidden = lines.map((_, i) => ({ color: PALETTE[i % 6], hidden: i % 6 === 0 }));
    const toggle = time(ROUNDS, () => rasterLines(spans, hidden, buffer, { lineWidth }));
    const row = { lines: count, points, width: lineWidth };
    for (const [name, { cold, warm }] of Object.entries({ decimate, raster, color, toggle })) row[name] = `${warm.toFixed(1)} (${cold.toFixed(1)})`;
    rows.push(row);
  }
}
console.table(rows);
console.log('median ms (first, cold)');
