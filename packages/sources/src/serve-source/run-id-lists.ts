import type { RunId } from '@runhue/core';
import { textBlock, type Block } from '../run-source/wire/blocks.js';
import { joinBytes } from '../run-source/wire/compress.js';
import { encodeFrame } from '../run-source/wire/frame.js';

/** A list of run ids by the name that its content gives it. */
export interface NamedRunIds {
  readonly name: string;
  /** The frame that carries it, made when it is first sent. */
  frame(options: { readonly compress: boolean; readonly maxBytes: number }): Promise<Uint8Array<ArrayBuffer>>;
}

const remembered = 4;

/** Names lists of run ids; the lists of the last few columns are remembered, by identity and else by content. */
export function createRunIdLists(): (runIds: readonly RunId[]) => Promise<NamedRunIds> {
  let lists: readonly { readonly runIds: readonly RunId[]; readonly named: Promise<NamedRunIds> }[] = [];
  return (runIds) => {
    const known = lists.find((list) => list.runIds === runIds) ?? lists.find((list) => sameIds(list.runIds, runIds));
    if (known !== undefined) return known.named;
    const named = nameRunIds(runIds);
    const entry = { runIds, named };
    lists = [entry, ...lists].slice(0, remembered);
    named.catch(() => {
      lists = lists.filter((list) => list !== entry);
    });
    return named;
  };
}

function sameIds(a: readonly RunId[], b: readonly RunId[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

/** Ids per array, so that a client can take in a long list bit by bit. */
const idsPerBlock = 50_000;

async function nameRunIds(runIds: readonly RunId[]): Promise<NamedRunIds> {
  const blocks = Array.from({ length: Math.ceil(runIds.length / idsPerBlock) }, (_, i) =>
    textBlock(JSON.stringify(runIds.slice(i * idsPerBlock, (i + 1) * idsPerBlock))),
  );
  const name = await contentName(blocks);
  const frames = new Map<boolean, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    name,
    frame: ({ compress, maxBytes }) => {
      const frame = frames.get(compress) ?? encodeFrame({ kind: 'runIds', name }, blocks, { compress, maxBytes });
      frames.set(compress, frame);
      return frame;
    },
  };
}

/** SHA-256 of the arrays' own SHA-256, cut to 128 bits. */
async function contentName(blocks: readonly Block[]): Promise<string> {
  const digest = async (bytes: Uint8Array): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const parts: Uint8Array[] = [];
  for (const { array } of blocks) parts.push(await digest(array as Uint8Array));
  const whole = await digest(joinBytes(parts, 32 * parts.length));
  return Array.from(whole.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
