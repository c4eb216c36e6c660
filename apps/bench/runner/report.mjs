import { aheadOf, checkTargets, figure, groupsOf, sizeOf } from './targets.mjs';

const names = {
  runhue: 'Runhue',
  uplot: 'uPlot',
  floor: 'canvas floor',
  echarts: 'ECharts, lttb',
  chartjs: 'Chart.js',
  visx: 'visx LinePath',
  recharts: 'Recharts, a Line per run',
};
const ms = (value) => (Number.isFinite(value) ? (value < 10 ? value.toFixed(1) : value.toFixed(0)) : '–');
const times = (size) => size.replace('x', ' × ').replace(/\d{4,}/g, (digits) => Number(digits).toLocaleString('en'));

/** The run as Markdown for people and JSON for machines. */
export function writeReport(report) {
  const targets = checkTargets(report.rows);
  const ahead = aheadOf(report.rows);
  const missed = targets.filter(({ hit }) => !hit);
  const markdown = [
    '# Bench',
    `${report.date} · ${report.machine} · \`${report.command}\``,
    Object.entries(report.versions).map(([name, version]) => `${name} ${version}`).join(' · '),
    'Charts of 1000 × 500 CSS px in headless Chromium, software raster, no frame-rate limit. Milliseconds are medians and hold only relative to each other in one run. ' +
      'mount: from the call to two frames later, warm (cold in brackets) · recolour: every line changes colour (Runhue: bucket count / palette / Key) · toggle: a sixth of the ' +
      'lines hidden or shown · zoom: to the middle half of x (in brackets: first frame, when another follows) · hover: a real mouse move to the end of the frame with the ' +
      "nearest line's tooltip, median / p95 · heap: JS heap, ArrayBuffers and canvases added by the first mount · process: private memory of the renderer added by it, paths and layers included. Every library has its data ready-made (Runhue: a " +
      '`createRuns` result; what that took is under prepare). Runhue’s time ends two frames after its last drawing.',
    ...groupsOf(report.rows).map(groupTable),
    '## Targets',
    `${targets.length - missed.length} of ${targets.length} hit. A ratio is Runhue’s figure over the other’s; where recolour names no way, it is the slowest of the three.`,
    targetTable(targets),
    ahead.length === 0
      ? 'No library is ahead of Runhue beyond 10 × 1,000.'
      : `Ahead of Runhue beyond 10 × 1,000: ${ahead.map(({ other, name, size, ratio, lineWidth, pixelRatio }) => `${names[other]} in ${name} at ${times(size)} (${lineWidth} px, ${pixelRatio}x: ${ratio.toFixed(2)})`).join('; ')}.`,
    ...(report.dataWork ? ['## Data work in Node', dataTable(report.dataWork)] : []),
    ...(report.streaming ? ['## Streaming', streamingText(report.streaming)] : []),
    notes(report.rows),
  ].join('\n\n');
  return { markdown: `${markdown.trim()}\n`, json: `${JSON.stringify({ ...report, targets, ahead }, null, 1)}\n` };
}

function groupTable({ of, rows }) {
  const lines = rows.map((row) => {
    const { moments } = row;
    const recolours = Object.entries(moments).filter(([key]) => key.startsWith('recolour')).map(([, value]) => ms(value));
    const first = Math.abs((moments['zoom first frame'] ?? NaN) - moments.zoom) > 1 ? ` (${ms(moments['zoom first frame'])})` : '';
    return [
      times(sizeOf(row)),
      names[row.contestant],
      `${ms(moments.mount)} (${ms(moments['mount cold'])})`,
      recolours.join(' / ') || '–',
      ms(moments.toggle),
      `${ms(moments.zoom)}${first}`,
      `${ms(moments.hover)} / ${ms(moments['hover p95'])}`,
      Number.isFinite(figure(row, 'heap')) ? (row.heap / 1e6).toFixed(1) : '–',
      Number.isFinite(row.process) ? (row.process / 1e6).toFixed(0) : '–',
      row.nodes ?? '–',
      ms(row.prepare),
    ];
  });
  return `## ${of.lineWidth} px lines, device pixel ratio ${of.pixelRatio}\n\n${table(['runs × points', 'library', 'mount', 'recolour', 'toggle', 'zoom', 'hover', 'heap MB', 'process MB', 'nodes', 'prepare'], lines)}`;
}

function targetTable(targets) {
  return table(
    ['lines', 'runs × points', 'what', 'against', 'ratio', 'target', ''],
    targets.map(({ lineWidth, pixelRatio, size, name, against, value, target, hit }) => [
      `${lineWidth} px, ${pixelRatio}x`,
      times(size),
      name,
      against,
      value.toFixed(3),
      `≤ ${target}`,
      hit ? 'hit' : '**miss**',
    ]),
  );
}

function dataTable(work) {
  const limits = [1.3, null, 1.5];
  return table(
    ['', 'ms', 'plain loop', 'ratio', 'target', ''],
    work.map(({ name, ours, plain }, i) => {
      const limit = limits[i] ?? null;
      const verdict = limit === null ? ['–', ''] : [`≤ ${limit}`, ours / plain <= limit ? 'hit' : '**miss**'];
      return [name, ms(ours), ms(plain), (ours / plain).toFixed(2), ...verdict];
    }),
  );
}

function streamingText({ frames, seconds, work, between }) {
  const verdict = work.median <= 16 && work.p99 <= 33 ? 'hit' : '**miss**';
  return (
    `10 points more for each of 100 live runs of 1,000, 10 times a second, for ${seconds} s: ${frames} frames, ${ms(between.median)} ms apart (p99 ${ms(between.p99)}); ` +
    `work per frame: median ${ms(work.median)} (≤ 16), p99 ${ms(work.p99)} (≤ 33), worst ${ms(work.worst)}: ${verdict}.`
  );
}

/** Everything a reader must know to trust a row: samples missing, drawings that went on, errors. */
function notes(rows) {
  const lines = rows.flatMap((row) => {
    const few = Object.entries(row.samples).filter(([, count]) => count < 5);
    const texts = [
      ...(few.length > 0 ? [`fewer than 5 samples: ${few.map(([name, count]) => `${name} ${count}`).join(', ')}`] : []),
      ...(row.late.length > 0 ? [`still drew after its time was taken: ${row.late.join(', ')}`] : []),
      ...row.notes,
    ];
    return texts.length > 0 ? [`- ${names[row.contestant]} at ${times(sizeOf(row))}, ${row.lineWidth} px, ${row.pixelRatio}x: ${texts.join('; ')}`] : [];
  });
  return lines.length > 0 ? `## Notes\n\n${lines.join('\n')}` : '';
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
