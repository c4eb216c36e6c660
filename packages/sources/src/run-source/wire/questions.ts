import type {
  AskOptions,
  ColumnQuery,
  ColumnSummary,
  DensityAnswer,
  DensityQuery,
  ExtentAnswer,
  ExtentQuery,
  KeyPage,
  KeysQuery,
  RunPage,
  RunSource,
  RunsQuery,
  SeriesAnswer,
  SeriesQuery,
  SourceColumn,
  SummaryQuery,
} from '@runhue/core';
import { RunSourceError } from '@runhue/core';

/** What each method of a `RunSource` takes. */
export interface Queries {
  readonly keys: KeysQuery;
  readonly column: ColumnQuery;
  readonly summary: SummaryQuery;
  readonly runs: RunsQuery;
  readonly extent: ExtentQuery;
  readonly series: SeriesQuery;
  readonly density: DensityQuery;
}

/** What each method of a `RunSource` gives. */
export interface Answers {
  readonly keys: KeyPage;
  readonly column: SourceColumn;
  readonly summary: ColumnSummary;
  readonly runs: RunPage;
  readonly extent: ExtentAnswer;
  readonly series: SeriesAnswer;
  readonly density: DensityAnswer;
}

export type Ask = keyof Queries;

/** A method and what it is called with. */
export type Question<A extends Ask = Ask> = { readonly [K in A]: { readonly ask: K; readonly query: Queries[K] } }[A];

type Methods = { readonly [A in Ask]: (source: RunSource, query: Queries[A], options: AskOptions) => Promise<Answers[A]> };

const methods: Methods = {
  keys: (source, query, options) => source.keys(query, options),
  column: (source, query, options) => source.column(query, options),
  summary: (source, query, options) => source.summary(query, options),
  runs: (source, query, options) => source.runs(query, options),
  extent: (source, query, options) => source.extent(query, options),
  series: (source, query, options) => source.series(query, options),
  density: async (source, query, options) => {
    if (source.density !== undefined) return source.density(query, options);
    throw new RunSourceError('refused', `${source.abilities.name} counts no densities; ask only where abilities.density is true.`);
  },
};

export const asks: readonly Ask[] = Object.keys(methods) as Ask[];

/** Puts a question to a source. */
export function askSource<A extends Ask>(source: RunSource, { ask, query }: Question<A>, options: AskOptions): Promise<Answers[A]> {
  return methods[ask](source, query, options);
}

/** A question in words, for errors. */
export function describeQuestion({ ask, query }: Question): string {
  switch (ask) {
    case 'keys':
      return query.search === undefined ? 'the keys' : `the keys with "${short(query.search)}"`;
    case 'column':
      return `the column of ${short(query.keyId)} (${query.yValue})`;
    case 'summary':
      return `the summary of ${short(query.keyId)} (${query.yValue})`;
    case 'runs':
      return query.search === undefined ? `a page of ${query.limit} runs` : `a page of ${query.limit} runs with "${short(query.search)}"`;
    case 'extent':
      return `the extent of "${short(query.metric)}" along ${short(query.xAxis)}`;
    case 'series':
      return `the series "${short(query.metric)}" of ${query.runIds.length} run${query.runIds.length === 1 ? '' : 's'} along ${short(query.xAxis)}`;
    case 'density':
      return `the density of "${short(query.metric)}" along ${short(query.xAxis)}`;
  }
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}
