const ms = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US'));
const count = (value) => value.toLocaleString('en-US');
const ratio = (value, of) => (of > 0 ? (value / of).toFixed(2) : '–');
const size = (bytes) => (bytes < 10_000 ? `${(bytes / 1000).toFixed(1)} kB` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** The measurements as Markdown for people and JSON for machines. */
export function scaleReport(report) {
  const markdown = [
    '# Sources beside plain SQL',
    `${report.date} · ${report.machine} · \`${report.command}\``,
    'Milliseconds are medians of samples taken in turn; they hold only relative to each other in one run, so read the ratios. ' +
      '**by hand**: the same question as plain SQL on the same engine, its rows taken as the engine gives them · **engine**: what the engine took for the ' +
      'SQL that the source sends, within the next column · **source**: the question to the source, to typed arrays · **HTTP**: through `serveRunSource` and `httpSource` on one machine, compressed, nothing cached · ' +
      '**bytes**: over the wire, headers included.',
    'A change of bucket count, method or palette asks the source nothing: it is bucketing in the browser (below). By hand asks for the least that answers the question (`scale/by-hand.mjs`): a pass over the points even where the source has a ' +
      'summary, infinite values apart from missing ones, configs taken apart into members and counted; no gaps and no hidden variation of lines. Keys and first screen: of a source just opened, which keeps nothing yet. First screen: keys, 100 runs, a column, extents and 200 runs’ lines of 3 metrics at 1,000 pixel columns.',
    ...report.measured.map(engineTable),
    ...(report.browser === null ? [] : [browserTable(report.browser)]),
  ].join('\n\n');
  return { markdown: `${markdown}\n`, json: `${JSON.stringify(report, null, 1)}\n` };
}

function engineTable({ engine, project, prepared, rows }) {
  const head = '| | by hand | engine | source | ÷ by hand | ÷ engine | HTTP | ÷ source | bytes | statements |\n|---|---|---|---|---|---|---|---|---|---|';
  const lines = rows.map(({ act, hand, own, source, http, bytes, statements }) =>
    [act, ms(hand), ms(own), ms(source), ratio(source, hand), ratio(source, own), ms(http), ratio(http, source), size(bytes), statements].join(' | '),
  );
  const made = prepared === null ? '' : ` Making the summary table took ${ms(prepared)} ms.`;
  return `## ${engine}: ${count(project.runs)} runs, ${count(project.points)} points\n\n${size(project.bytes)} of Parquet.${made}\n\n${head}\n${lines.map((line) => `| ${line} |`).join('\n')}`;
}

function browserTable({ runs, chromium, rows }) {
  const lines = rows.map(({ act, ms: taken }) => `| ${act} | ${ms(taken)} |`);
  return `## In the browser: ${count(runs)} runs\n\nChromium ${chromium}, medians in milliseconds, no question asked but for the first row.\n\n| | ms |\n|---|---|\n${lines.join('\n')}`;
}
