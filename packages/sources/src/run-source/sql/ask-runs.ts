import { createRuns, RunSourceError, type AskOptions, type RunColumn, type RunHead, type RunPage } from '@runhue/core';
import type { CheckedRunsQuery } from '../check-query.js';
import { orderByColumn } from '../page-runs.js';
import { parseConfig } from './config-values.js';
import { askSql, runOrder, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt } from './sql-statement.js';
import { headsWithValues } from './value-per-run.js';

/** A page of runs in their constant order, or by a Key: by `column` where there is one, else by the engine, which only knows the order of numbers. */
export async function askRuns(source: SqlSource, query: CheckedRunsQuery, column: RunColumn | null, options: AskOptions): Promise<RunPage> {
  const start = startOf(query.cursor);
  const end = start + query.limit;
  if (query.runIds?.length === 0) return { runs: [], cursor: null, total: 0 };
  if (column !== null && query.orderBy !== null) {
    const places = await foundPlaces(source, query, column, options);
    orderByColumn(places, column, query.orderBy.direction);
    const ids = places.slice(start, end).flatMap((place) => column.runIds[place] ?? []);
    const heads = new Map((await askHeads(source, { orderBy: null, search: null, runIds: ids }, '', options)).map((head) => [head.id, head]));
    return { runs: ids.flatMap((id) => heads.get(id) ?? []), cursor: end < places.length ? String(end) : null, total: places.length };
  }
  const counted = await askSql(source, options, (question) => question.ask('the number of runs', [], { total: ['number', 'count(*)'] }, fromFound(question, { ...query, orderBy: null })));
  const total = numbersAt(counted, 0)[0] ?? 0;
  const runs = start < total ? await askHeads(source, query, ` LIMIT ${query.limit} OFFSET ${start}`, options) : [];
  return { runs, cursor: end < total ? String(end) : null, total };
}

/** Places in the column of the runs that are searched for, ascending. */
async function foundPlaces(source: SqlSource, query: CheckedRunsQuery, column: RunColumn, options: AskOptions): Promise<number[]> {
  const all = Array.from(column.runIds.keys());
  if (query.search === null && query.runIds === null) return all;
  const { runs } = source.names;
  const answer = await askSql(source, options, (question) => question.ask('the runs found', [], { id: ['text', question.dialect.toText(`heads.${runs.runId}`)] }, fromFound(question, { ...query, orderBy: null })));
  const found = new Set(textsAt(answer, 0));
  return all.filter((place) => found.has(column.runIds[place] ?? ''));
}

type Found = Pick<CheckedRunsQuery, 'search' | 'runIds' | 'orderBy'>;

/** The runs found as `heads`, with their values where they are ordered by these. */
function fromFound(question: SqlQuestion, { search, runIds, orderBy }: Found): string {
  const { dialect, names } = question;
  const [runId, name] = [`heads.${names.runs.runId}`, names.runs.name === null ? null : `heads.${names.runs.name}`];
  const conditions: string[] = [];
  if (search !== null) {
    const text = question.text(search.toLowerCase());
    conditions.push(`(${[runId, ...(name === null ? [] : [name])].map((column) => dialect.holds(column, text)).join(' OR ')})`);
  }
  if (runIds !== null) conditions.push(dialect.isIn(runId, question.texts(runIds)));
  const from = orderBy === null ? `${question.table('runs')} AS heads` : headsWithValues(question, orderBy);
  return `FROM ${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
}

async function askHeads(source: SqlSource, query: Found, page: string, options: AskOptions): Promise<RunHead[]> {
  if (query.runIds?.length === 0) return [];
  const { runs } = source.names;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const text = (column: string | null, prefix = ''): readonly ['text', string] => ['text', column === null ? "''" : `coalesce(${prefix}${dialect.toText(`heads.${column}`)}, '')`];
    const start = runs.startTime === null ? 'NULL' : `heads.${runs.startTime}`;
    return question.ask(
      'runs',
      [],
      { id: ['text', dialect.toText(`heads.${runs.runId}`)], name: text(runs.name), config: text(runs.config), state: text(runs.state, "'=' || "), start: ['number', start] },
      `${fromFound(question, query)} ORDER BY ${orderOf(question, query)}${page}`,
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

/** By value, runs without one last, equal ones in their constant order. */
function orderOf({ dialect, names }: SqlQuestion, { orderBy }: Found): string {
  if (orderBy === null) return runOrder(names, 'heads.');
  const value = dialect.toNumber('found.v');
  return `CASE WHEN ${dialect.isNaN}(${value}) THEN 1 ELSE 0 END, ${value} + 0 ${orderBy.direction === 'ascending' ? 'ASC' : 'DESC'}, ${runOrder(names, 'heads.')}`;
}

function startOf(cursor: string | null): number {
  if (cursor === null) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new RunSourceError('invalid', `runs: cursor is "${cursor.slice(0, 60)}", which no page of this source ended with; give a page's own cursor.`);
}
