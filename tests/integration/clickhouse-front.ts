import type { ClickHouseParameters } from '@runhue/sources/clickhouse-source';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one statement. */
export type Ask = (sql: string, parameters: ClickHouseParameters) => Promise<Uint8Array>;

/**
 * ClickHouse's HTTP interface, as far as `clickhouseSource` uses it, before a ClickHouse that has none: parameters in the address or in a form, in the
 * format TabSeparated; errors with their code in a header and status 500.
 */
export async function startFront(ask: Ask): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void read(request)
      .then(({ sql, parameters }) => ask(sql, parameters))
      .then(
        (bytes) => response.end(bytes),
        (error: unknown) => {
          const words = error instanceof Error ? error.message : String(error);
          response.writeHead(500, { 'X-ClickHouse-Exception-Code': /Code: (\d+)/.exec(words)?.[1] ?? '0' });
          response.end(words);
        },
      );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<{ sql: string; parameters: ClickHouseParameters }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const fields = new Map<string, string>(new URL(request.url ?? '', 'http://front').searchParams);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) for (const [name, value] of await new Response(body, { headers: { 'Content-Type': type } }).formData()) fields.set(name, String(value));
  const sql = fields.get('query') ?? body.toString();
  const parameters = [...fields].flatMap(([name, value]) => (name.startsWith('param_') ? [[name.slice(6), decoded(sql, name.slice(6), value)] as const] : []));
  return { sql, parameters: Object.fromEntries(parameters) };
}

/** A value as ClickHouse reads it for its type: texts unescaped, lists of texts taken apart. */
function decoded(sql: string, name: string, value: string): string | string[] {
  const type = new RegExp(`\\{${name}:([^}]*)\\}`).exec(sql)?.[1];
  if (type === 'String') return unescaped(value);
  if (type !== 'Array(String)') return value;
  return [...value.matchAll(/'((?:\\[^]|[^'\\])*)'/g)].map(([, text = '']) => unescaped(text));
}

const named: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' };

function unescaped(text: string): string {
  return text.replaceAll(/\\([^])/g, (_, character: string) => named[character] ?? character);
}
