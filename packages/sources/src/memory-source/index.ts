export { memorySource } from './memory-source.js';
