import { RunhueError } from '@runhue/core';
import type { ServeOptions } from './serve-run-source.js';

/** Longest time that caches keep an answer, in seconds: a day. */
const longest = 86_400;

/** Throws a RunhueError where caches would give answers to readers who may not ask, or of data that are not there any more. */
export function checkHttpCache({ httpCache, version, authorize }: ServeOptions): void {
  if (httpCache === undefined) return;
  if (version === undefined) throw new RunhueError('httpCache needs a version that changes with the data; without one, caches would keep answers of old data.');
  if (httpCache === 'public' && authorize !== undefined) {
    throw new RunhueError('httpCache is "public", but authorize says who may ask; a shared cache would answer everybody. Use "private".');
  }
}

/** Headers of an answer that its address always stands for. A browser keeps it for the login that asked. */
export function cacheHeaders(httpCache: 'private' | 'public', headers: Readonly<Record<string, string>>): Record<string, string> {
  const vary = [headers['Vary'], httpCache === 'private' ? 'Authorization, Cookie' : undefined].filter((names) => names !== undefined);
  return { ...headers, 'Cache-Control': `${httpCache}, max-age=${longest}, immutable, no-transform`, ...(vary.length > 0 && { Vary: vary.join(', ') }) };
}
