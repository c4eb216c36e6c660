/** What is used of Node's `IncomingMessage`. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly readableEnded: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The standard form of a request. */
export function requestOf(request: NodeRequest, signal: AbortSignal): Request {
  const method = request.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // HTTP/2 has pseudo-headers such as `:path`.
    if (name.startsWith(':')) continue;
    for (const item of Array.isArray(value) ? value : [value ?? '']) headers.append(name, item);
  }
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, duplex: 'half' };
  if (method !== 'GET' && method !== 'HEAD') init.body = bodyOf(request);
  return new Request(addressOf(request), init);
}

function addressOf(request: NodeRequest): string {
  // Express cuts the path at which a handler is mounted off `url`.
  const path = 'originalUrl' in request && typeof request.originalUrl === 'string' ? request.originalUrl : (request.url ?? '/');
  const host = request.headers['host'] ?? request.headers[':authority'];
  const isSecure = 'socket' in request && typeof request.socket === 'object' && request.socket !== null && 'encrypted' in request.socket;
  const base = `${isSecure ? 'https' : 'http'}://${typeof host === 'string' ? host : 'localhost'}`;
  try {
    return new URL(path, base).href;
  } catch {
    return new URL('http://localhost/').href;
  }
}

function bodyOf(request: NodeRequest): BodyInit {
  if ('body' in request && request.body !== undefined && request.readableEnded) {
    const { body } = request;
    return typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
  }
  let isOver = false;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const over = (end: () => void) => (): void => {
        if (isOver) return;
        isOver = true;
        end();
      };
      request.on('data', (chunk: Uint8Array) => {
        if (isOver) return;
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) request.pause();
      });
      request.on('end', over(() => controller.close()));
      request.on('error', (error: Error) => over(() => controller.error(error))());
      request.on('close', over(() => controller.error(new DOMException('The client went away.', 'AbortError'))));
    },
    pull: () => {
      request.resume();
    },
    // What the client still sends is let go by, so that it can read the answer.
    cancel: () => {
      isOver = true;
      request.resume();
    },
  });
}
