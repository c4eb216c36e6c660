import type { Question } from '../run-source/wire/questions.js';

/** A question that has not been answered yet, whoever asked it. */
export interface OpenQuestion {
  /** Its content: equal questions have equal keys. Also the JSON that is sent. */
  readonly key: string;
  readonly question: Question;
  /** In words. */
  readonly asked: string;
  /** `version` names the state of the data that the answer is of. */
  resolve(answer: unknown, bytes: number, version: string | null): void;
  reject(error: unknown): void;
}
