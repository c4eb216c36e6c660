import { RunSourceError, type RunId } from '@runhue/core';
import { blockReader } from '../run-source/wire/blocks.js';
import { checkedFields } from '../run-source/wire/checked-fields.js';
import type { Frame } from '../run-source/wire/frame.js';

/** A list of run ids and the name by which answers speak of it. A million are read part by part, so that the page stays free meanwhile. */
export async function readRunIds(frame: Frame): Promise<{ readonly name: string; readonly runIds: readonly RunId[] }> {
  const name = checkedFields(frame.head, 'frame', ['kind', 'name', 'blocks'], 'garbled').text('name', 64);
  const blocks = blockReader(frame.head['blocks'] ?? [], frame.blocks);
  const runIds: RunId[] = [];
  while (blocks.hasMore()) {
    for (const id of readPart(blocks.text())) runIds.push(id);
    if (blocks.hasMore()) {
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  }
  return { name, runIds };
}

function readPart(text: string): readonly RunId[] {
  let part: unknown;
  try {
    part = JSON.parse(text);
  } catch (error) {
    throw new RunSourceError('garbled', 'its list of runs is no JSON', { cause: error });
  }
  if (Array.isArray(part) && part.every((id) => typeof id === 'string')) return part;
  throw new RunSourceError('garbled', 'its list of runs is none');
}
