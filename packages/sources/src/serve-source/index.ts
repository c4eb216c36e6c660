export { serveRunSource, type ServeOptions } from './serve-run-source.js';
export type { CorsOptions } from './cors.js';
