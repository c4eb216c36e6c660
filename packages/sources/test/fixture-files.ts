import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '@runhue/sources';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** All files of one data set under `fixtures`, with paths from the set's own folder on; its facts and provenance left out. */
export function fixtureFiles(set: string): SourceFile[] {
  return readdirSync(`${fixtures}${set}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'facts.json' && entry.name !== 'PROVENANCE.md' && !entry.name.endsWith('.py'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((path) => ({ path: path.slice(fixtures.length), bytes: new Uint8Array(readFileSync(path)) }));
}

/** What an independent parser found in a data set. */
export function fixtureFacts<Facts>(set: string): Facts {
  return JSON.parse(readFileSync(`${fixtures}${set}/facts.json`, 'utf8')) as Facts;
}
