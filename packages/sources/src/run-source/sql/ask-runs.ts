import { createRuns, RunSourceError, type AskOptions, type RunColumn, type RunHead, type RunPage } from '@runhue/core';
import type { CheckedRunsQuery } from '../check-query.js';
import { orderByColumn } from '../page-runs.js';
import { parseConfig } from './config-values.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt } from './sql-statement.js';

/** A page of runs in their constant order, or by a column. */
export async function askRuns(source: SqlSource, query: CheckedRunsQuery, column: RunColumn | null, options: AskOptions): Promise<RunPage> {
  const start = startOf(query.cursor);
  const end = start + query.limit;
  if (query.runIds?.length === 0) return { runs: [], cursor: null, total: 0 };
  if (column !== null && query.orderBy !== null) {
    const places = await foundPlaces(source, query, column, options);
    orderByColumn(places, column, query.orderBy.direction);
    const ids = places.slice(start, end).flatMap((place) => column.runIds[place] ?? []);
    const heads = new Map((await askHeads(source, { ...query, search: null, runIds: ids }, '', options)).map((head) => [head.id, head]));
    return { runs: ids.flatMap((id) => heads.get(id) ?? []), cursor: end < places.length ? String(end) : null, total: places.length };
  }
  const counted = await askSql(source, options, (question) => question.ask('the number of runs', [], { total: ['number', 'count(*)'] }, fromFound(question, query)));
  const total = numbersAt(counted, 0)[0] ?? 0;
  const runs = start < total ? await askHeads(source, query, ` LIMIT ${query.limit} OFFSET ${start}`, options) : [];
  return { runs, cursor: end < total ? String(end) : null, total };
}

/** Places in the column of the runs that are searched for, ascending. */
async function foundPlaces(source: SqlSource, query: CheckedRunsQuery, column: RunColumn, options: AskOptions): Promise<number[]> {
  const all = Array.from(column.runIds.keys());
  if (query.search === null && query.runIds === null) return all;
  const { runs } = source.names;
  const answer = await askSql(source, options, (question) => question.ask('the runs found', [], { id: ['text', question.dialect.toText(runs.runId)] }, fromFound(question, query)));
  const found = new Set(textsAt(answer, 0));
  return all.filter((place) => found.has(column.runIds[place] ?? ''));
}

function fromFound(question: SqlQuestion, { search, runIds }: Pick<CheckedRunsQuery, 'search' | 'runIds'>): string {
  const { dialect, names } = question;
  const { runId, name } = names.runs;
  const conditions: string[] = [];
  if (search !== null) {
    const text = question.text(search.toLowerCase());
    conditions.push(`(${[runId, ...(name === null ? [] : [name])].map((column) => dialect.holds(column, text)).join(' OR ')})`);
  }
  if (runIds !== null) conditions.push(dialect.isIn(runId, question.texts(runIds)));
  return `FROM ${question.table('runs')}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
}

async function askHeads(source: SqlSource, query: Pick<CheckedRunsQuery, 'search' | 'runIds'>, page: string, options: AskOptions): Promise<RunHead[]> {
  if (query.runIds?.length === 0) return [];
  const { runs } = source.names;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const text = (column: string | null): readonly ['text', string] => ['text', column === null ? "''" : `coalesce(${dialect.toText(column)}, '')`];
    const state = runs.state === null ? "''" : `coalesce('=' || ${dialect.toText(runs.state)}, '')`;
    return question.ask(
      'runs',
      [],
      { id: ['text', dialect.toText(runs.runId)], name: text(runs.name), config: text(runs.config), state: ['text', state], start: ['number', runs.startTime ?? 'NULL'] },
      `${fromFound(question, query)} ORDER BY ${runOrder(source.names)}${page}`,
    );
  });
  const [ids, names, configs, states] = [0, 1, 2, 3].map((column) => textsAt(answer, column));
  const starts = numbersAt(answer, 4);
  const inputs = (ids ?? []).map((id, row) => {
    const state = states?.[row] ?? '';
    return { id, name: names?.[row] ?? '', config: parseConfig(configs?.[row] ?? '', id), state: state === '' ? null : state.slice(1), startTime: Number.isFinite(starts[row]) ? (starts[row] ?? null) : null };
  });
  return createRuns(inputs).runs.map(({ id, name, config, state, startTime }) => ({ id, name, config, state, startTime }));
}

function startOf(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new RunSourceError('invalid', `runs: cursor is "${cursor.slice(0, 60)}", which no page of this source ended with; give a page's own cursor.`);
}
