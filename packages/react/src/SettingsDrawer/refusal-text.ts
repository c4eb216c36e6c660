import type { Bucketing, EdgeCheck } from '@runhue/core';
import { fill } from '../messages/fill.js';
import type { Messages } from '../messages/messages.js';
import { endText } from './print-end.js';

/** Why a typed edge is refused, in words; null when it is not. */
export function refusalText(check: EdgeCheck, bucketing: Bucketing, messages: Messages): string | null {
  switch (check.refusal) {
    case null:
      return null;
    case 'not-a-number':
      return messages.notANumber;
    case 'not-a-date':
      return messages.notADate;
    case 'not-finite':
      return messages.notFinite;
    case 'not-above':
      return fill(messages.notAbove, { bound: endText(check.bound, bucketing) });
    case 'not-below':
      return fill(messages.notBelow, { bound: endText(check.bound, bucketing) });
  }
}
