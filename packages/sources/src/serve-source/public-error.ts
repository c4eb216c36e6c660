import { RunhueError, RunSourceError, type RunSourceErrorCode } from '@runhue/core';

/** What a client may know of an error. */
export interface PublicError {
  readonly code: RunSourceErrorCode;
  readonly message: string;
}

const longest = 2000;

/**
 * An error for the client's eyes: the message of errors that are made for people, without addresses and paths of the server (but those that the
 * client itself wrote in its question), and never a stack. Anything else is only said to have failed.
 */
export function publicError(error: unknown, asked: string): PublicError {
  if (error instanceof RunSourceError) return { code: error.code, message: withoutPlaces(error.message, asked) };
  if (error instanceof RunhueError) return { code: 'invalid', message: withoutPlaces(error.message, asked) };
  if (isAllocationFailure(error)) {
    return { code: 'out-of-memory', message: 'The server ran out of memory while answering. Ask for less, or give it more memory.' };
  }
  return { code: 'failed', message: 'The server failed while answering; its log may say why. Ask again, or look there.' };
}

/** Lines of a stack; addresses, `/a/b`, `~/a`, `C:\a`, `\\host\share` in quotes, up to the end of them; and the same without quotes. */
const places =
  /\n\s+at [^\n]*|(["'`])(?:[a-z][a-z0-9+.-]*:\/\/|~?\/|[a-z]:\\|\\\\)[^"'`\n]*\1|\b[a-z][a-z0-9+.-]*:\/\/[^\s"'`)\]>,;]+|(?<![\w.~%-])(?:~?\/[^\s"'`)\]>,;:/]+(?:\/[^\s"'`)\]>,;:]*)+|[a-z]:\\[^\s"'`)\]>,;]*|\\\\[^\s"'`)\]>,;]+)/gi;

function withoutPlaces(message: string, asked: string): string {
  const shown = message.slice(0, longest).replace(places, (match, quote: string | undefined) => {
    if (match.startsWith('\n')) return '';
    const place = quote === undefined ? match : match.slice(1, -1);
    const isTheirs = asked.includes(place) || asked.includes(JSON.stringify(place).slice(1, -1));
    return isTheirs ? match : `${quote ?? ''}(hidden)${quote ?? ''}`;
  });
  return message.length > longest ? `${shown} …` : shown;
}

/** What V8, SpiderMonkey and JavaScriptCore say when an array or text is too large for the memory that is left. */
function isAllocationFailure(error: unknown): boolean {
  return error instanceof RangeError && /allocation|array (?:buffer )?(?:length|size)|string length|out of memory/i.test(error.message);
}

/** The HTTP status of an error that concerns a whole request. */
export function statusOf(code: RunSourceErrorCode): number {
  switch (code) {
    case 'invalid':
      return 400;
    case 'refused':
      return 403;
    case 'too-large':
      return 413;
    case 'unreachable':
      return 502;
    case 'out-of-memory':
      return 503;
    case 'timeout':
      return 504;
    default:
      return 500;
  }
}
