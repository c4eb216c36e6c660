import { requestOf, type NodeRequest } from './node-request.js';
import { sendResponse, type NodeResponse } from './node-response.js';

export type { NodeRequest } from './node-request.js';
export type { NodeResponse } from './node-response.js';

/**
 * Lets a `Request → Response` handler serve Node's `http`, `https` and `http2` (compatibility API), Express, Fastify (`reply.raw`) and Next's pages API.
 * Answers are streamed; when the client goes away, the request's signal is aborted and the answer's stream cancelled. A body that a middleware
 * has parsed already (`express.json()`) is used as it is. An error of the handler itself is a bare status 500.
 *
 * @example
 * ```ts
 * http.createServer(toNodeListener(serveRunSource(source))).listen(4700);
 * app.all('/api/runs', toNodeListener(serveRunSource(source))); // Express
 * ```
 */
export function toNodeListener(handler: (request: Request) => Promise<Response>): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort(new DOMException('The client went away.', 'AbortError')));
    const answered = async (): Promise<void> => sendResponse(await handler(requestOf(request, gone.signal)), response);
    answered().catch(() => {
      if (response.headersSent) return response.destroy();
      response.statusCode = 500;
      response.end();
    });
  };
}
