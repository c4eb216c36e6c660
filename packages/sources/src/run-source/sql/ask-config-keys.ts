import type { AskOptions, KeyEntry } from '@runhue/core';
import { eachRun } from '../each-run.js';
import { createConfigCatalogue } from './config-catalogue.js';
import { parseConfig, parseValue } from './config-values.js';
import { askSql, type SqlSource } from './source-state.js';
import type { SqlQuestion } from './sql-question.js';
import { numbersAt, textsAt, type SqlStatement } from './sql-statement.js';

/**
 * The Keys of all configs. The engine takes them apart and counts equal members, which are few where whole configs all differ, so that each is read
 * here once.
 */
export async function askConfigKeys(source: SqlSource, options: AskOptions): Promise<KeyEntry[]> {
  const { config } = source.names.runs;
  if (config === null) return [];
  const answer = await askSql(source, options, (question) => members(question, config));
  const [names, texts, runs] = [textsAt(answer, 0), textsAt(answer, 1), numbersAt(answer, 2)];
  const catalogue = createConfigCatalogue();
  let unreadable: string | null = null;
  await eachRun(texts.entries(), options.signal, ([row, text]) => {
    const count = runs[row] ?? 0;
    if (text.startsWith('?')) {
      const config = configOrNull(text.slice(1));
      if (config === null) unreadable ??= text.slice(1);
      else catalogue.add(config, count);
    } else if (text !== '') catalogue.add(Object.fromEntries([[names[row] ?? '', parseValue(text, '')]]), count);
  });
  if (unreadable !== null) await refuseConfig(source, config, unreadable, options);
  return catalogue.entries();
}

function members(question: SqlQuestion, config: string): SqlStatement {
  const { dialect } = question;
  const [from, text] = [`FROM ${question.table('runs')}`, configText(question, config)];
  const pairs = dialect.json === null ? `SELECT '' AS name, '?' || ${text} AS json ${from}` : `SELECT ${dialect.json.members(text)} AS pair ${from}`;
  const [name, json] = dialect.json?.member('pair') ?? ['name', 'json'];
  return question.ask('the configs of all runs', [], { name: ['text', 'name'], json: ['text', 'json'], runs: ['number', 'count(*)'] }, `FROM (SELECT ${name} AS name, ${json} AS json FROM (${pairs}) AS listed) AS members GROUP BY name, json`);
}

/** The config as a text, empty for NULL. */
export function configText({ dialect }: SqlQuestion, config: string): string {
  return `coalesce(${dialect.toText(config)}, '')`;
}

function configOrNull(text: string): ReturnType<typeof parseConfig> | null {
  try {
    return parseConfig(text, '');
  } catch {
    return null;
  }
}

/** Rejects with what is wrong with a config, and the first run that has it. */
async function refuseConfig(source: SqlSource, config: string, unreadable: string, options: AskOptions): Promise<void> {
  const { runId } = source.names.runs;
  const answer = await askSql(source, options, (question) => {
    const { dialect } = question;
    const id = `FROM ${question.table('runs')} WHERE ${configText(question, config)} = ${question.text(unreadable)}`;
    return question.ask('the configs of all runs', [], { id: ['text', `coalesce(${dialect.toText(dialect.aggregate('min', [runId]))}, '')`] }, id);
  });
  parseConfig(unreadable, textsAt(answer, 0)[0] ?? '');
}
