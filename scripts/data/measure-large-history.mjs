// Measures readRuns on one history of 10 million points (about 200 MB of CSV) against reading the bytes and parsing the numbers alone:
//   pnpm build && node scripts/data/measure-large-history.mjs [rows, default 1000000]
import { readRuns } from '../../packages/sources/dist/index.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const metrics = 10;
const bytes = madeHistory();
console.log(`${rows * metrics} points, ${Math.round(bytes.length / 1e6)} MB`);

const alone = measured(() => parseNumbersAlone());
console.log(`bytes and numbers alone: ${alone.seconds.toFixed(2)} s (sum ${alone.result})`);

const before = process.memoryUsage().rss;
let longest = 0;
let peak = before;
let last = performance.now();
const timer = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
  peak = Math.max(peak, process.memoryUsage().rss);
}, 5);
const started = performance.now();
const { runs } = await readRuns([{ path: 'run_abcd1234_history.csv', bytes }]);
const seconds = (performance.now() - started) / 1000;
clearInterval(timer);
const points = Object.values(runs[0].history).reduce((sum, { values }) => sum + values.length, 0);
console.log(`readRuns: ${seconds.toFixed(2)} s, ${(seconds / alone.seconds).toFixed(2)} times as long, ${points} points`);
console.log(`longest time without a turn for others: ${Math.round(longest)} ms; memory ${Math.round((peak - before) / 1e6)} MB above the ${Math.round(before / 1e6)} MB before`);

function parseNumbersAlone() {
  const decoder = new TextDecoder();
  let sum = 0;
  let rest = '';
  for (let at = 0; at < bytes.length; at += 2 ** 21) {
    const lines = (rest + decoder.decode(bytes.subarray(at, at + 2 ** 21), { stream: true })).split('\n');
    rest = lines.pop();
    for (const line of lines) for (const cell of line.split(',')) sum += Number(cell) || 0;
  }
  return Math.round(sum);
}

function measured(work) {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function madeHistory() {
  const encoder = new TextEncoder();
  const chunks = [encoder.encode(`_step,_timestamp,_runtime,${Array.from({ length: metrics }, (_, m) => `metric_${m}`).join()}\n`)];
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let row = 0; row < rows; row += 10_000) {
    let text = '';
    for (let i = row; i < Math.min(rows, row + 10_000); i++) {
      text += `${i},${1.7e9 + i},${i}`;
      for (let m = 0; m < metrics; m++) text += `,${random()}`;
      text += '\n';
    }
    chunks.push(encoder.encode(text));
  }
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
