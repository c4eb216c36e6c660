import type { RunProblem, SettingsProblem } from '@runhue/core';
import { fill } from './fill.js';
import type { Messages } from './messages.js';
import type { ProblemMessages } from './problem-messages.js';

type Wording = keyof ProblemMessages;

/** What was dropped or changed in the UI's language; a problem without params, such as a reader's, in its own words. */
export function runProblemText(problem: RunProblem, messages: Messages, locale: string): string {
  const { params, runId, key, inputIndex, count = 1 } = problem;
  const wording = params && runWording(problem);
  if (!wording) return problem.message;
  const one: string = `${wording}One`;
  const template = count === 1 && one in messages ? messages[one as Wording] : messages[wording];
  return fill(template, { run: runId ?? '', key: key ?? '', input: inputIndex, count, ...params }, locale);
}

function runWording({ code, key, inputIndex, params = {} }: RunProblem): Wording | null {
  switch (code) {
    case 'invalid-run':
      return inputIndex < 0 ? 'problemRunList' : 'problemRun';
    case 'invalid-id':
      return 'problemId';
    case 'numeric-id':
      return 'problemNumericId';
    case 'duplicate-id':
      return 'problemDuplicateId';
    case 'invalid-start-time':
      return 'problemStartTime';
    case 'length-mismatch':
      return 'problemLengths';
    case 'invalid-step':
      return key === undefined ? 'problemRowSteps' : 'problemSteps';
    case 'invalid-history':
      if (key === undefined) return 'value' in params ? 'problemHistory' : 'problemRows';
      return 'column' in params ? 'problemColumn' : 'problemMetric';
    case 'invalid-value':
      return valueWording(params);
    case 'ambiguous':
      return key === undefined ? null : 'problemMerged';
    default:
      return null;
  }
}

function valueWording(params: NonNullable<RunProblem['params']>): Wording {
  if (params['field'] === 'name') return 'problemName';
  if (params['field'] === 'state') return 'problemState';
  if (params['field'] === 'config') return 'samples' in params ? 'problemConfigValues' : 'problemConfig';
  return 'problemValues';
}

/** What was repaired in settings, in the UI's language. */
function settingsProblemText({ code, path, message, params }: SettingsProblem, messages: Messages, locale: string): string {
  if (!params) return message;
  const wording = {
    'not-settings': messages.problemNotSettings,
    version: messages.problemVersion,
    'unknown-field': messages.problemUnknownSetting,
    invalid: messages.problemInvalidSetting,
    repaired: messages.problemRepairedSetting,
  }[code];
  return fill(wording, { path, ...params }, locale);
}

/** The same for a list; two repairs of one setting read alike and are said once. */
export function settingsProblemTexts(problems: readonly SettingsProblem[], messages: Messages, locale: string): string[] {
  return [...new Set(problems.map((problem) => settingsProblemText(problem, messages, locale)))];
}
