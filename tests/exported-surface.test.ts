import { describe, expect, it } from 'vitest';
import { manifestOf, textOf } from './source-files.js';

const entries = ['core', 'lines', 'react', 'sources'].flatMap((folder) => {
  const { name, exports } = manifestOf(`packages/${folder}`);
  return Object.entries(exports).flatMap(([entry, target]) =>
    typeof target === 'string'
      ? []
      : [{ entry: name + entry.slice(1), index: target.default.replace('./dist/', `packages/${folder}/src/`).replace(/\.js$/, '.ts') }],
  );
});

/** Exported names of a module, types marked as such, in alphabetical order. */
function exportedNames(index: string): string[] {
  const code = textOf(index).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const lists = [...code.matchAll(/export\s+(type\s+)?\{([^}]*)\}/g)].flatMap(([, type = '', list = '']) =>
    list
      .split(',')
      .map((name) => name.trim().replace(/^(type\s+)?(?:\S+\s+as\s+)?/, '$1'))
      .filter(Boolean)
      .map((name) => (type && !name.startsWith('type ') ? `type ${name}` : name)),
  );
  const declared = [...code.matchAll(/export\s+(?:async\s+)?(function\*?|const|class|interface|type)\s+(\w+)/g)].map(
    ([, kind = '', name = '']) => (kind === 'interface' || kind === 'type' ? `type ${name}` : name),
  );
  const bare = (name: string): string => name.replace('type ', '');
  return [...lists, ...declared].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
}

/** The lists are a promise to apps: a changed one is a decision. `npx vitest run tests/exported-surface.test.ts -u` writes them anew. */
describe.each(entries)('$entry', ({ entry, index }) => {
  it('exports exactly the names in its list', async () => {
    const file = `./exported-surface/${entry.replace('@runhue/', '').replace('/', '-')}.txt`;
    await expect(`${exportedNames(index).join('\n')}\n`).toMatchFileSnapshot(file);
  });

  it('names every export, none by a star', () => {
    expect(textOf(index)).not.toMatch(/export\s+\*/);
  });
});
