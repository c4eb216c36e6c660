import { categorySteps, RunSourceError, runPlacesSteps, type KeyEntry, type KeyId, type KeyPage, type RunColumn, type RunSource, type SourceColumn, type YValue } from '@runhue/core';
import { soon } from '../RunLinePlot/soon.js';
import { createStage, type Stage } from '../store/stage.js';
import type { PickedRuns } from './pick-runs.js';
import { createQuestion, type Asked, type Question } from './question.js';
import { createRunHeads, type RunHeads } from './run-heads.js';

/** What a provider knows from its source just now. */
export interface SourceState {
  readonly keys: Asked<KeyPage>;
  /** The chosen Key's line in the catalogue, where it is not among the first ones; null where there is none. */
  readonly keyEntry: Asked<KeyEntry | null>;
  readonly column: Asked<SourceColumn>;
  /** Of the second Key. */
  readonly dashColumn: Asked<SourceColumn>;
}

/** Everything that one provider asks of one source, and what it keeps of the answers. */
export interface SourceSession {
  readonly source: RunSource;
  readonly heads: RunHeads;
  state(): SourceState;
  subscribe(onChange: () => void): () => void;
  askKeys(): void;
  askKeyEntry(keyId: KeyId, search: string): void;
  askColumn(keyId: KeyId, yValue: YValue): void;
  askDashColumn(keyId: KeyId, yValue: YValue): void;
  /** The column that a plot ranks its runs by, a question for each. */
  rankColumn(keyId: KeyId, yValue: YValue): RankColumn;
  /** A column that was asked before and is still kept. */
  knownColumn(keyId: KeyId, yValue: YValue): RunColumn | null;
  /** The Y value that the source can give where it cannot give the chosen one. */
  usableYValue(yValue: YValue): YValue;
  /** Picked runs, made once while their inputs are the same: plots share them. */
  picked(name: string, inputs: readonly unknown[], pick: () => PickedRuns): PickedRuns;
  retry(what: keyof SourceState): void;
  /** Gives up what is under way. Asking goes on as if nothing had been asked, from the last good answers. */
  cancel(): void;
}

export interface RankColumn {
  now(): Asked<SourceColumn>;
  ask(): void;
  retry(): void;
}

/** Columns that are kept, so that going back to a Key asks nothing: 8 MB each for a million numbers. */
const keptColumns = 4;
/** Keys of the catalogue's first page. */
const firstKeys = 5000;

export function createSourceSession(source: RunSource): SourceSession {
  const listeners = new Set<() => void>();
  const columns = new Map<string, SourceColumn>();
  const picks = new Map<string, Stage<PickedRuns>>();
  const rankQuestions = new Map<string, Question<SourceColumn>>();
  let state: SourceState | null = null;
  const onChange = (): void => {
    state = null;
    for (const listener of listeners) listener();
  };
  const questions = {
    keys: createQuestion<KeyPage>(onChange),
    keyEntry: createQuestion<KeyEntry | null>(onChange),
    column: createQuestion<SourceColumn>(onChange),
    dashColumn: createQuestion<SourceColumn>(onChange),
  };
  const heads = createRunHeads(source);

  const askFor = (question: Question<SourceColumn>) => (keyId: KeyId, yValue: YValue): void => {
    const name = columnName(keyId, yValue);
    const ask = async (signal: AbortSignal): Promise<SourceColumn> => {
      const answer = checkedColumn(await source.column({ keyId, yValue }, { signal }), keyId);
      await inSlices(runPlacesSteps(answer.column.runIds), signal);
      if ('categoryIds' in answer.column) await inSlices(categorySteps(answer.column), signal);
      columns.delete(name);
      columns.set(name, answer);
      for (const oldest of [...columns.keys()].slice(0, -keptColumns)) columns.delete(oldest);
      return answer;
    };
    question.ask(name, ask, columns.get(name));
  };
  return {
    source,
    heads,
    state: () => (state ??= { keys: questions.keys.now(), keyEntry: questions.keyEntry.now(), column: questions.column.now(), dashColumn: questions.dashColumn.now() }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    askKeys: () => questions.keys.ask('first', (signal) => source.keys({ limit: firstKeys }, { signal })),
    askKeyEntry: (keyId, search) =>
      questions.keyEntry.ask(keyId, async (signal) => {
        const { entries } = await source.keys({ search, limit: 50 }, { signal });
        return entries.find(({ id }) => id === keyId) ?? null;
      }),
    askColumn: askFor(questions.column),
    askDashColumn: askFor(questions.dashColumn),
    rankColumn(keyId, yValue) {
      const name = columnName(keyId, yValue);
      const question = rankQuestions.get(name) ?? createQuestion<SourceColumn>(onChange);
      rankQuestions.set(name, question);
      return { now: question.now, ask: () => askFor(question)(keyId, yValue), retry: question.retry };
    },
    knownColumn: (keyId, yValue) => columns.get(columnName(keyId, yValue))?.column ?? null,
    usableYValue: (yValue) => (source.abilities.yValues.includes(yValue) ? yValue : (source.abilities.yValues[0] ?? 'latest')),
    picked(name, inputs, pick) {
      let stage = picks.get(name);
      if (!stage) picks.set(name, (stage = createStage()));
      return stage(inputs, pick);
    },
    retry: (what) => questions[what].retry(),
    cancel() {
      for (const question of [...Object.values(questions), ...rankQuestions.values()]) question.cancel();
      heads.cancel();
    },
  };
}

function columnName(keyId: KeyId, yValue: YValue): string {
  return keyId.startsWith('config:') ? keyId : `${yValue} ${keyId}`;
}

/** An answer that cannot be used is an error at once, not later in the middle of a picture. */
function checkedColumn(answer: SourceColumn, keyId: KeyId): SourceColumn {
  const column = answer?.column;
  const [runs, values] = [column?.runIds?.length, column?.values?.length];
  if (runs !== undefined && runs === values) return answer;
  throw new RunSourceError('garbled', `The column "${keyId}" has ${values ?? 'no'} values for ${runs ?? 'no'} runs: ask the source again.`);
}

/** Works in slices between which the page answers. */
async function inSlices(steps: Iterator<void, unknown>, signal: AbortSignal): Promise<void> {
  let pause = performance.now() + slice;
  while (steps.next().done !== true) {
    if (performance.now() < pause) continue;
    await new Promise<void>(soon);
    if (signal.aborted) throw signal.reason;
    pause = performance.now() + slice;
  }
}

/** Longest stretch of work, in ms. */
const slice = 10;
