export { readEventFiles } from './read-event-files.js';
