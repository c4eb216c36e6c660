/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  setHeader(name: string, value: string | string[]): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  flushHeaders?(): void;
  on(event: 'close' | 'drain', listener: () => void): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
  off(event: 'close' | 'drain', listener: () => void): unknown;
}

/** Sends a standard response, no faster than the client takes it. Ends without an error when the client goes away. */
export async function sendResponse(response: Response, to: NodeResponse): Promise<void> {
  to.statusCode = response.status;
  for (const [name, value] of response.headers) to.setHeader(name, name === 'set-cookie' ? response.headers.getSetCookie() : value);
  if (response.body === null) {
    to.end();
    return;
  }
  const reader = response.body.getReader();
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  to.on('close', cancel);
  if (to.destroyed) cancel();
  to.flushHeaders?.();
  for (;;) {
    const { done, value } = await reader.read();
    if (to.destroyed) return;
    if (done) break;
    if (!to.write(value)) await drained(to);
  }
  to.end();
}

function drained(response: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
