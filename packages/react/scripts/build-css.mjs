// Joins src/styles/*.css, in the order of src/styles.css's imports, into dist/styles.css.
import { readFileSync, writeFileSync } from 'node:fs';

const source = new URL('../src/', import.meta.url);
const index = readFileSync(new URL('styles.css', source), 'utf8');
const css = index.replace(/@import '(.+?)';/g, (_, path) => readFileSync(new URL(path, source), 'utf8').trim());
writeFileSync(new URL('../dist/styles.css', import.meta.url), css);
