import type { AskOptions, RunSource } from '@runhue/core';

/** A question that an engine is working on. */
export interface Working {
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  finish(): void;
}

/** A source whose engine answers a question when the test says so, and does not notice signals by itself. */
export function gated(source: RunSource, slow: (name: string, query: object) => boolean = () => true): { readonly source: RunSource; readonly working: Working[]; readonly asked: string[] } {
  const working: Working[] = [];
  const asked: string[] = [];
  const gate =
    <Query extends object, Answer>(name: string, ask: (query: Query, options?: AskOptions) => Promise<Answer>) =>
    async (query: Query, options?: AskOptions): Promise<Answer> => {
      asked.push(name);
      if (slow(name, query)) await new Promise<void>((finish) => working.push({ name, signal: options?.signal, finish }));
      return ask(query);
    };
  return {
    working,
    asked,
    source: {
      ...source,
      keys: gate('keys', source.keys),
      column: gate('column', source.column),
      summary: gate('summary', source.summary),
      runs: gate('runs', source.runs),
      extent: gate('extent', source.extent),
      series: gate('series', source.series),
    },
  };
}
