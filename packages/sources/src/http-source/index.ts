export { httpSource, type HttpSource, type HttpSourceOptions } from './http-source.js';
