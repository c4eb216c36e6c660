import { RunSourceError, type AskOptions, type RunSource } from '@runhue/core';

/** The questions of a source. */
export type Question = 'keys' | 'column' | 'summary' | 'runs' | 'extent' | 'series' | 'density';

export interface Trouble {
  /** How long every answer takes, in ms. Default 0. */
  readonly delay?: number;
  /** Questions that are never answered. */
  readonly silent?: readonly Question[];
  /** Questions that fail, and how. */
  readonly failing?: Partial<Record<Question, RunSourceError>>;
  /** How often each of these fails before it is answered. Default: always. */
  readonly failures?: number;
  /** Lines fail only where less of the x axis than this is asked for. Default: all. */
  readonly narrowerThan?: number;
}

/** A source with something in the way: a slow network, a server that is gone, an engine out of memory. */
export function troubledSource(source: RunSource, { delay = 0, silent = [], failing = {}, failures = Infinity, narrowerThan = Infinity }: Trouble): RunSource {
  const failed = new Map<Question, number>();
  async function inTheWay<Answer>(question: Question, signal: AbortSignal | undefined, answer: () => Promise<Answer>): Promise<Answer> {
    if (silent.includes(question)) await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    signal?.throwIfAborted();
    const error = failing[question];
    const times = failed.get(question) ?? 0;
    if (!error || times >= failures) return answer();
    failed.set(question, times + 1);
    throw error;
  }
  const { density } = source;
  return {
    abilities: source.abilities,
    keys: (query, options?: AskOptions) => inTheWay('keys', options?.signal, () => source.keys(query, options)),
    column: (query, options) => inTheWay('column', options?.signal, () => source.column(query, options)),
    summary: (query, options) => inTheWay('summary', options?.signal, () => source.summary(query, options)),
    runs: (query, options) => inTheWay('runs', options?.signal, () => source.runs(query, options)),
    extent: (query, options) => inTheWay('extent', options?.signal, () => source.extent(query, options)),
    series: (query, options) => {
      const [left, right] = query.window.domain;
      return right - left < narrowerThan ? inTheWay('series', options?.signal, () => source.series(query, options)) : source.series(query, options);
    },
    ...(density && { density: (query, options) => inTheWay('density', options?.signal, () => density.call(source, query, options)) }),
  };
}

/** The server is gone. */
export const gone: RunSourceError = new RunSourceError('unreachable', 'No connection to http://localhost:8123: start the server and try again.');
/** The answer broke off. */
export const cutOff: RunSourceError = new RunSourceError('interrupted', 'The answer broke off after 2.1 MB of 8.0 MB: try again.');
/** The engine ran out of memory. */
export const outOfMemory: RunSourceError = new RunSourceError('out-of-memory', 'The engine ran out of its 4 GB: ask for fewer runs or raise memory_limit.');
/** Something else answered. */
export const garbled: RunSourceError = new RunSourceError('garbled', 'The answer is HTML, not columns: is the address that of the source’s server?');
