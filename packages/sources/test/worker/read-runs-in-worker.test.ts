import { readRuns, readRunsInWorker, serveReadRuns, type MessageEnd } from '@runhue/sources';
import { afterEach, describe, expect, it } from 'vitest';
import { textFile } from '../text-file.js';

const ports: MessagePort[] = [];

/** A worker's place taken by the other end of a channel. */
function worker(): MessageEnd {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveReadRuns(port2 as unknown as MessageEnd);
  for (const port of [port1, port2]) (port as unknown as { start(): void }).start();
  return port1 as unknown as MessageEnd;
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

const table = textFile('ada.csv', ['step,timestamp,loss', '1,1700000000,2', '2,1700000001,NaN']);
const broken = textFile('b.json', '{"loss": [1');

describe('readRunsInWorker', () => {
  it('gives what readRuns gives, from bytes and from blobs, and tells the progress', async () => {
    const progress: number[] = [];
    const files = [{ path: table.path, content: table.bytes }, { path: broken.path, content: new Blob([broken.bytes as Uint8Array<ArrayBuffer>]) }];
    const result = await readRunsInWorker(worker(), files, { onProgress: ({ bytes, totalBytes }) => progress.push(bytes / totalBytes) });
    expect(result).toEqual(await readRuns([table, broken]));
    expect(progress.at(-1)).toBe(1);
  });

  it('serves two calls at once', async () => {
    const end = worker();
    const [a, b] = await Promise.all([readRunsInWorker(end, [{ path: 'a.csv', content: table.bytes }]), readRunsInWorker(end, [{ path: 'b.csv', content: table.bytes }])]);
    expect([a.runs[0]?.id, b.runs[0]?.id]).toEqual(['a', 'b']);
  });

  it('reports a file that cannot be read any more and reads the others', async () => {
    const gone = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('The file was moved')) });
    const answers: unknown[] = [];
    const files = [{ path: 'gone.csv', content: gone }, { path: 'ada.csv', content: table.bytes }];
    serveReadRuns({
      postMessage: (message) => answers.push(message),
      addEventListener: (_, listener) => listener({ data: { kind: 'read', id: 1, files } } as MessageEvent),
      removeEventListener: () => undefined,
    });
    await expect.poll(() => answers.at(-1)).toMatchObject({ kind: 'result', result: { runs: [{ id: 'ada' }], problems: [{ code: 'unreadable', message: '"gone.csv": The file was moved' }] } });
  });

  it('rejects with the reason of an abort, before and during the reading', async () => {
    const reason = new Error('never mind');
    await expect(readRunsInWorker(worker(), [], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const abort = new AbortController();
    const reading = readRunsInWorker(worker(), [{ path: 'a.csv', content: table.bytes }], { signal: abort.signal });
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
