import type { ConfigValue, RunProblem } from '@runhue/core';
import { field, listField, textField } from '../http/json-values.js';
import { tryRequest, type HttpConnection } from '../http/request-json.js';

/** What the hparams plugin's server side says of one run. */
export interface SessionInfo {
  readonly config: Map<string, ConfigValue>;
  readonly state: string | null;
}

const pageSize = 1000;
const maxPages = 100;

const states = new Map([
  ['STATUS_SUCCESS', 'finished'],
  ['STATUS_FAILURE', 'failed'],
  ['STATUS_RUNNING', 'running'],
]);

/** hparams and state by run. A server without them gives none; a refusal is a problem. */
export async function fetchSessions(connection: HttpConnection, problems: RunProblem[]): Promise<Map<string, SessionInfo>> {
  const sessions = new Map<string, SessionInfo>();
  for (let page = 0; page < maxPages; page++) {
    const request = {
      allowedStatuses: ['STATUS_UNKNOWN', ...states.keys()],
      startIndex: page * pageSize,
      sliceSize: pageSize,
    };
    const outcome = await tryRequest(connection, { path: 'data/plugin/hparams/session_groups', send: 'query', fields: { request: JSON.stringify(request) } });
    if ('failure' in outcome) {
      const message = `hparams could not be read, the runs have no config: ${outcome.failure.error.message}`;
      problems.push({ inputIndex: -1, runId: null, code: 'unreadable', message });
      break;
    }
    const groups = listField(outcome.json, 'sessionGroups');
    for (const group of groups) addGroup(group, sessions);
    if (groups.length < pageSize) break;
  }
  return sessions;
}

function addGroup(group: unknown, sessions: Map<string, SessionInfo>): void {
  const config = new Map<string, ConfigValue>();
  for (const [name, value] of Object.entries(Object(field(group, 'hparams')) as object)) {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') config.set(name, value);
  }
  for (const session of listField(group, 'sessions')) {
    const run = textField(session, 'name');
    if (run !== null) sessions.set(run, { config, state: states.get(textField(session, 'status') ?? '') ?? null });
  }
}
