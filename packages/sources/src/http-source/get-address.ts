import type { Ask } from '../run-source/wire/questions.js';
import { exactJson } from '../run-source/wire/exact-json.js';
import { maxAddress, protocolVersion } from '../run-source/wire/protocol.js';
import type { OpenQuestion } from './open-question.js';

/** Answers that many readers share, whatever the size of their screens. */
const shared: ReadonlySet<Ask> = new Set<Ask>(['keys', 'column', 'summary', 'extent']);

export interface AddressParts {
  readonly url: string;
  readonly accept: readonly string[];
  readonly version: string;
  /** Names of lists of run ids that need not be sent again. */
  readonly runIds: readonly string[];
}

/** The address that stands for a question, for caches to keep its answer; null where it would be too long, or its answer is one reader's alone. */
export function addressOf({ question, key }: OpenQuestion, { url, accept, version, runIds }: AddressParts): string | null {
  if (!shared.has(question.ask) || key.length > maxAddress) return null;
  const ask = `{"protocol":${protocolVersion},"accept":${exactJson(accept)},"version":${exactJson(version)},"runIds":${exactJson(runIds)},"question":${key}}`;
  const address = new URL(url);
  address.searchParams.set('ask', ask);
  return address.href.length > maxAddress ? null : address.href;
}
