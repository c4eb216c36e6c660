import { RunSourceError, type RunSource } from '@runhue/core';
import { httpSource, type HttpSource } from '@runhue/sources/http-source';
import { serveRunSource } from '@runhue/sources/serve-source';
import { describe, expect, it } from 'vitest';
import { answerOf, frameOf, framesOf, joined } from './frames.js';
import { lines, loss, optimizer, smallSource } from './small-source.js';

type Frames = ReturnType<typeof framesOf>;
type Head = { [field: string]: unknown };

/** A source whose server's frames are changed on the way, each with a true check. */
async function forged(change: (frames: Frames) => Frames | Uint8Array<ArrayBuffer> | void): Promise<HttpSource> {
  const handler = serveRunSource(smallSource(), { compress: false });
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await handler(new Request(url, init));
    if (init.method === 'GET') return response;
    const frames = framesOf(new Uint8Array(await response.arrayBuffer()));
    const changed = change(frames) ?? frames;
    return new Response(changed instanceof Uint8Array ? changed : answerOf(changed), { headers: response.headers });
  };
  return httpSource('http://forged.test/runs', { fetch });
}

const head = (frames: Frames, kind: string): Head => frames.find((frame) => frame.head['kind'] === kind)?.head ?? {};
const answer = (frames: Frames): Head => head(frames, 'answer')['answer'] as Head;
const askLoss = (source: RunSource): Promise<unknown> => source.column(loss);
const askLines = (source: RunSource): Promise<unknown> => source.series(lines);
const askOptimizer = (source: RunSource): Promise<unknown> => source.column(optimizer);

describe('httpSource, when an answer is whole but', () => {
  const forgeries: readonly (readonly [string, (source: RunSource) => Promise<unknown>, (frames: Frames) => Frames | void, RegExp])[] = [
    ['speaks another version', askLoss, (frames) => void (head(frames, 'hello')['protocol'] = 2), /speaks version 2 .* version 1/],
    ['belongs to another request', askLoss, (frames) => void (head(frames, 'hello')['batch'] = 'another'), /answered another request/],
    ['has no hello', askLoss, (frames) => frames.slice(1), /kind/],
    ['has a frame of an unknown kind', askLoss, (frames) => void (head(frames, 'runIds')['kind'] = 'more'), /not asked/],
    ['answers a question that was not asked', askLoss, (frames) => void (head(frames, 'answer')['question'] = 1), /not asked/],
    ['names runs that were not sent', askLoss, (frames) => frames.filter((frame) => frame.head['kind'] !== 'runIds'), /list of runs that was not sent/],
    ['has fewer runs than values', askLoss, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'runIds' && forgeText(frame, '["a"]  ')), /3 values for 1 runs/],
    ['has run ids that are no texts', askLoss, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'runIds' && forgeText(frame, '[1,2,3]')), /list of runs is none/],
    ['has a field that is unknown', askLoss, (frames) => void (answer(frames)['more'] = 1), /field "more"/],
    ['has a column of another key', askLoss, (frames) => void (answer(frames)['keyId'] = 'metric:acc'), /column is of metric:acc/],
    ['has a fidelity that is none', askLoss, (frames) => void (answer(frames)['fidelity'] = 'good'), /fidelity is "good"; it must be one of exact/],
    ['lists an array that is too long', askLoss, (frames) => void (head(frames, 'answer')['blocks'] = [['f64', 1e9]]), /more than came/],
    ['lists a length that is none', askLoss, (frames) => void (head(frames, 'answer')['blocks'] = [['f64', -1]]), /no known type or length/],
    ['lists an array of an unknown type', askLoss, (frames) => void (head(frames, 'answer')['blocks'] = [['constructor', 3]]), /no known type or length/],
    ['has bytes that belong to nothing', askLoss, (frames) => void (head(frames, 'answer')['blocks'] = [['f64', 1]]), /belong to nothing/],
    ['has an array too many', askLoss, (frames) => void (head(frames, 'answer')['blocks'] = [['f64', 3], ['f64', 0]]), /2 arrays where 1 belong/],
    ['has a category beyond its list', askOptimizer, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'answer' && frame.blocks.fill(9, -8)), /category 9 of 3|category \d+ of 3/],
    ['has lines of other runs', askLines, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'answer' && frame.blocks.fill(7, 0, 3)), /not of the runs asked for/],
    ['has lines of one run twice', askLines, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'answer' && frame.blocks.fill(1, 0, 3)), /not of the runs asked for/],
    ['has lines longer than their points', askLines, (frames) => void frames.forEach((frame) => frame.head['kind'] === 'answer' && frame.blocks.fill(200, 8, 11)), /other lengths than points/],
  ];
  it.each(forgeries)('%s, rejects with garbled', async (_, ask, change, words) => {
    const error: unknown = await ask(await forged(change)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RunSourceError);
    expect(error).toMatchObject({ code: 'garbled', message: expect.stringMatching(words) as string });
    expect((error as Error).message).toMatch(/^Could not get the .* from http:\/\/forged\.test\/runs: /);
  });

  it('answers twice, keeps the first', async () => {
    const source = await forged((frames) => [...frames.slice(0, -1), ...frames.slice(-2)]);
    expect((await source.column(loss)).column.runIds.length).toBe(3);
  });

  it('is nested without end, rejects without a stack overflow', async () => {
    const text = `{"kind":"answer","question":0,"answer":${'['.repeat(99_999)}1${']'.repeat(99_999)}}`;
    const deep = (frames: Frames): Uint8Array<ArrayBuffer> => {
      const head = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
      return joined([answerOf(frames.slice(0, 1)), frameOf(head, new Uint8Array(0))]);
    };
    await expect((await forged(deep)).column(loss)).rejects.toMatchObject({ code: 'garbled', message: expect.stringMatching(/nested \d+ levels/) as string });
  });
});

describe('httpSource, when a compressed answer', () => {
  /** A frame of four million zeros, which are some 4,000 bytes compressed, that says it has `claim` bytes. */
  const zeros = async (claim: number): Promise<Uint8Array<ArrayBuffer>> => {
    const stream = new Blob([new Uint8Array(4_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const wire = new Uint8Array(await new Response(stream).arrayBuffer());
    return joined([new Uint8Array(Uint32Array.of(0x31464852, 1, wire.length, claim, 8, 0).buffer), wire]);
  };

  it.each([
    [40_000, /more than the 40000 that were said/],
    [200_000_000, /bytes claim to be 200000000/],
    [4_000_008, /give 4000000 where 4000008 were said/],
  ])('has other bytes than the %i that it says, rejects before it holds them', async (claim, words) => {
    const bomb = await zeros(claim);
    const source = await forged((frames) => joined([answerOf(frames.slice(0, 1)), bomb]));
    await expect(source.column(loss)).rejects.toMatchObject({ code: 'garbled', message: expect.stringMatching(words) as string });
  });
});

describe('httpSource, of the server\'s abilities', () => {
  const answering = (body: string, type = 'application/json'): Promise<unknown> =>
    httpSource('http://forged.test/runs', { fetch: () => Promise.resolve(new Response(body, { headers: { 'Content-Type': type } })) }).catch((error: unknown) => error);
  const abilities = { name: 'x', yValues: ['latest'], clocks: [], metricAsX: true, orderByKey: true, density: false, seriesFidelity: 'm4', maxSeriesRuns: 10 };

  it('takes what they say, and offers no density where there is none', async () => {
    const source = (await answering(JSON.stringify({ protocol: 1, version: null, abilities }))) as HttpSource;
    expect(source.abilities).toEqual(abilities);
    expect(source.density).toBeUndefined();
  });

  it.each([
    ['a page', '<html>', 'text/html', /text\/html/],
    ['no JSON', 'abilities', 'application/json', /No JSON/],
    ['another version', JSON.stringify({ protocol: 9, version: null, abilities }), 'application/json', /speaks version 9/],
    ['another ability', JSON.stringify({ protocol: 1, version: null, abilities: { ...abilities, yValues: ['median'] } }), 'application/json', /median/],
  ])('refuses %s', async (_, body, type, words) => {
    expect(await answering(body, type)).toMatchObject({ code: 'garbled', message: expect.stringMatching(words) as string });
  });
});

/** Puts a text in place of a frame's only array. */
function forgeText(frame: Frames[number], text: string): void {
  const bytes = new TextEncoder().encode(text);
  frame.head['blocks'] = [['u8', bytes.length]];
  const blocks = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
  blocks.set(bytes);
  Object.assign(frame, { blocks });
}
