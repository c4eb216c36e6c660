/**
 * How questions and answers travel between `httpSource` and `serveRunSource`, version 1.
 *
 * `GET url` → JSON `{ protocol, version, abilities, cacheable }`.
 *
 * `POST url`, `application/json`: `{ protocol, batch, accept, runIds, questions: [{ ask, query }] }`. `batch` is a random text that the answer
 * repeats, `accept` the compressions that the client undoes, `runIds` the names of the lists of run ids that it holds. The answer is a
 * sequence of frames (see `frame.ts`), sent as they are ready, told apart by `kind` in their heads:
 * - `hello` `{ protocol, batch, version }`, first;
 * - `runIds` `{ name }`: a list of run ids in JSON arrays, one after the other, named by its content; sent before the first answer that needs it, unless the client holds it;
 * - `answer` `{ question, runIds, answer }`: `question` is the position in the batch, the fields of `answer` depend on what was asked;
 * - `error` `{ question, code, message }`: why this question alone has no answer;
 * - `end`, last: an answer without it was cut off.
 *
 * `POST url` with `{ protocol, batch, cancel: [position, …] }` ends single questions of a batch that is still open.
 *
 * Where `cacheable` is true, `GET url?ask=` with JSON `{ protocol, accept, version, runIds, question }` asks one question, for HTTP caches to keep its
 * answer: the same frames, `batch` empty. `version` is the state of the data that the client knows; the answer is of the present one, and kept only where it is
 * the same. What goes wrong is an HTTP status, which is not kept.
 *
 * What concerns a whole request is an HTTP status with JSON `{ code, message }`. In all JSON, numbers that JSON lacks are written as
 * `exact-json.ts` says.
 */
export const protocolVersion = 1;

/** The content type of frames. */
export const framesType = 'application/vnd.runhue.answers';

/** The compression of a frame's payload. */
export const compression = 'deflate-raw';

/** Most questions of one request. */
export const maxBatch = 64;

/** Deepest nesting of a request's JSON, and of a frame's head, which holds configs. */
export const maxRequestDepth = 12;
export const maxHeadDepth = 128;

/** Longest address, in characters, of a question that a client asks by GET, and longest `ask` that a server reads. */
export const maxAddress = 2000;
export const maxAsk = 8000;

/** Most lists of run ids that a client can say it holds. */
export const maxHeldLists = 8;
