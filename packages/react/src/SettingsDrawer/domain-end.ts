import { checkEdge, type Bucketing, type KeySettings } from '@runhue/core';
import type { Messages } from '../messages/messages.js';
import { refusalText } from './refusal-text.js';

type Domain = NonNullable<KeySettings['domain']>;

/** A typed end of the domain: empty leaves it to the runs; else a number (a date) on the right side of the other end, or why not. */
export function domainEnd(
  text: string,
  side: 0 | 1,
  pinned: Domain,
  bucketing: Bucketing,
  messages: Messages,
): { readonly end: number | null; readonly refusal: string | null } {
  if (text.trim() === '') return { end: null, refusal: null };
  const read = checkEdge({ ...bucketing, edges: [] }, 0, text);
  if (read.refusal !== null) return { end: null, refusal: refusalText(read, bucketing, messages) };
  const other = pinned[1 - side] ?? bucketing.extent?.[1 - side] ?? null;
  const inOrder = other === null || (side === 0 ? read.edge < other : read.edge > other);
  return inOrder ? { end: read.edge, refusal: null } : { end: null, refusal: messages.domainOrder };
}
