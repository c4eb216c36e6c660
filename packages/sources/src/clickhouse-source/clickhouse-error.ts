import { RunSourceError, type RunSourceErrorCode } from '@runhue/core';

/** Codes of ClickHouse's ErrorCodes.cpp that say more than "failed". */
const meanings: Readonly<Record<number, readonly [RunSourceErrorCode, string]>> = {
  47: ['failed', ' Name the columns in the option `columns`.'],
  60: ['failed', ' Name the tables in the option `tables`.'],
  81: ['failed', ' Name the database in the option `database`.'],
  158: ['too-large', ' Ask for fewer runs or a smaller window, or raise max_rows_to_read.'],
  159: ['timeout', ' Ask for less, or raise max_execution_time.'],
  160: ['timeout', ' Ask for less, or raise max_execution_time.'],
  192: ['refused', ' Check user and password.'],
  193: ['refused', ' Check user and password.'],
  194: ['refused', ' Check user and password.'],
  241: ['out-of-memory', ' Ask for fewer runs or a smaller window, or raise max_memory_usage.'],
  307: ['too-large', ' Ask for fewer runs or a smaller window, or raise max_bytes_to_read.'],
  394: ['interrupted', ' Ask again.'],
  396: ['too-large', ' Ask for fewer runs or a smaller window, or raise max_result_rows.'],
  497: ['refused', ' Grant the user SELECT on the tables.'],
  516: ['refused', ' Check user and password.'],
};

/** The error that ClickHouse wrote into an answer, or null. */
export function writtenError(text: string, what: string): RunSourceError | null {
  const match = /Code: (\d+)[.,][^]*?DB::Exception[^]*/.exec(text);
  if (match === null) return null;
  const words = match[0].replaceAll(/\s+/g, ' ').trim().slice(0, 500);
  if (/Unknown setting (?:param_|cancel_http_)/.test(words)) {
    return new RunSourceError('refused', `ClickHouse could not answer ${what}: ${words}. It is too old to bind values (param_…); version 22.8 or later is needed.`);
  }
  const [code, advice] = meanings[Number(match[1])] ?? ['failed', ''];
  return new RunSourceError(code, `ClickHouse could not answer ${what}: ${words}${advice}`);
}

/** Why an HTTP status other than 200 came, where the body holds no words of ClickHouse. */
export function statusError(status: number, body: string, url: string, what: string): RunSourceError {
  const codes: Readonly<Record<number, RunSourceErrorCode>> = { 401: 'refused', 403: 'refused', 408: 'timeout', 502: 'unreachable', 503: 'unreachable', 504: 'timeout' };
  const words = body.includes('<') ? '' : ` ("${body.trim().slice(0, 200)}")`;
  return new RunSourceError(codes[status] ?? 'failed', `ClickHouse at "${url}" answered ${status}${words} to ${what}. Check the address, user and password, and what stands between.`);
}
