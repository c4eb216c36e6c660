import { RunhueError } from '@runhue/core';

/** Which pages of other addresses may ask. */
export interface CorsOptions {
  /** Their origins, as in `https://plots.example.org`; `*` for all, which then cannot send cookies. */
  readonly origins: '*' | readonly string[];
  /** Request headers that a page may set. Default: `Authorization`; `Content-Type` always. */
  readonly headers?: readonly string[];
  /** Whether the browser may send cookies and logins of this server along. Default false. */
  readonly credentials?: boolean;
}

export interface Cors {
  /** Headers of any answer to this request. */
  headers(request: Request): Record<string, string>;
  /** Headers of the answer to a preflight. */
  preflight(request: Request): Record<string, string>;
}

/** Throws a RunhueError for cookies from everywhere, which browsers refuse. */
export function createCors(options: CorsOptions | undefined): Cors {
  if (options === undefined) return { headers: () => ({}), preflight: () => ({}) };
  const { origins, credentials = false } = options;
  if (origins === '*' && credentials) {
    throw new RunhueError('cors: origins is "*" and credentials is true, which browsers refuse; name the origins that may send cookies.');
  }
  const allowed = ['Content-Type', ...(options.headers ?? ['Authorization'])].join(', ');
  const headers: Cors['headers'] = (request): Record<string, string> => {
    if (origins === '*') return { 'Access-Control-Allow-Origin': '*' };
    const origin = request.headers.get('Origin');
    if (origin === null || !origins.includes(origin)) return { Vary: 'Origin' };
    const named = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
    return credentials ? { ...named, 'Access-Control-Allow-Credentials': 'true' } : named;
  };
  return {
    headers,
    preflight: (request) => ({
      ...headers(request),
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': allowed,
      'Access-Control-Max-Age': '600',
    }),
  };
}
