import { readRuns } from '@runhue/sources';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './series-facts.js';
import { textFile } from './text-file.js';

const rows = Array.from({ length: 400_000 }, (_, step) => `${step},${step / 2}`);
const large = textFile('large.csv', ['step,loss', ...rows]);

describe('readRuns', () => {
  it('gives nothing for no files', async () => {
    expect(await readRuns([])).toEqual({ runs: [], problems: [] });
  });

  it('names the files whose format it does not know, the first five of many', async () => {
    const files = Array.from({ length: 7 }, (_, i) => textFile(`notes-${i}.md`, 'Hello, world'));
    const { runs, problems } = await readRuns([...files, { path: 'image.png', bytes: Uint8Array.of(0x89, 0x50, 0, 0) }, textFile('empty.csv', '')]);
    expect(runs).toEqual([]);
    expect(problems).toMatchObject([{ code: 'unreadable', count: 9, message: '"empty.csv", "image.png", "notes-0.md", "notes-1.md", "notes-2.md" and 4 more: have no format that is known here, and were left out.' }]);
  });

  it('reads files in the order of their paths, whatever the order they come in', async () => {
    const files = ['b.csv', 'a.csv', 'c.csv'].map((path) => textFile(path, ['step,loss', '1,2']));
    expect((await readRuns(files)).runs.map((run) => run.id)).toEqual(['a', 'b', 'c']);
    expect(await readRuns(files.toReversed())).toEqual(await readRuns(files));
  });

  it('tells the progress in bytes, never beyond the total, and lets other work run in between', async () => {
    const seen: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await readRuns([large], { onProgress: ({ bytes, totalBytes }) => {
      expect(totalBytes).toBe(large.bytes.length);
      seen.push(bytes);
    } });
    clearInterval(timer);
    expect(seen.at(-1)).toBe(large.bytes.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(turns).toBeGreaterThan(0);
  });

  it('rejects with the signal\'s reason when it is aborted before or while it reads', async () => {
    const reason = new Error('never mind');
    await expect(readRuns([large], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const abort = new AbortController();
    await expect(readRuns([large], { signal: abort.signal, onProgress: () => abort.abort(reason) })).rejects.toBe(reason);
  });

  it('reads quoted cells with line breaks across the borders of chunks', async () => {
    const text = ['step,note,loss', ...Array.from({ length: 60_000 }, (_, step) => `${step},"a ""quoted""\nnote, ${'x'.repeat(60)}",${step}`)];
    const { runs, problems } = await readRuns([textFile('ada.csv', text)]);
    const { loss } = columnsOf(runs[0] ?? { id: '' });
    expect(problems).toEqual([]);
    expect(loss?.values).toHaveLength(60_000);
    expect(loss?.values).toEqual(loss?.steps);
    expect(runs[0]?.config?.['note']).toBe(`a "quoted"\nnote, ${'x'.repeat(60)}`);
  });
});
