import type { RunText } from '../hooks/useRunText.js';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { groupRows, middleOf } from './groups/group-text.js';
import { signed, type BaselineReading } from './plot-baseline.js';
import type { Neighbours } from './plot-neighbours.js';
import type { Reading } from './plot-reading.js';
import type { PlotWords } from './PlotTooltip.js';

export interface ReadingTextInput {
  readonly reading: Reading;
  readonly words: PlotWords;
  readonly neighbours: Neighbours;
  readonly baseline: BaselineReading | null;
  readonly runText: RunText;
  readonly messages: Messages;
}

/** A reading as lines of name and value with a tab between, so that it can be pasted into a note or a sheet. */
export function readingText({ reading, words, neighbours, baseline, runText, messages }: ReadingTextInput): string {
  const { formatX, formatY } = words;
  const { title, value, bucket } = runText;
  const { group } = reading.line;
  const rows: (readonly [string, string])[] = [
    [group ? middleOf(group.by, words.metric, messages) : words.metric, formatY(reading.y)],
    ...(group ? groupRows(group, reading.point, formatY, messages) : []),
    [words.xName, formatX(reading.x)],
  ];
  if (baseline) {
    rows.push([fill(messages.plotBaselineRun, { run: baseline.line.name }), formatY(baseline.y)]);
    rows.push([messages.plotDifference, signed(baseline.difference, formatY)]);
  }
  if (bucket !== '') rows.push([title, value === bucket ? value : `${value}, ${bucket}`]);
  for (const { line, y } of neighbours.shown) rows.push([line.name, formatY(y)]);
  return [reading.line.name, ...rows.map((row) => row.join('\t'))].join('\n');
}
