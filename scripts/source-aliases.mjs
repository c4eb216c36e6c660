import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));

/**
 * Vite aliases from every entry of every package to its source, read from the packages' own `exports`, so that tests and
 * stories run without a build and only what is exported can be imported.
 * @returns {{ find: RegExp, replacement: string }[]}
 */
export function sourceAliases() {
  return readdirSync(packages).flatMap((folder) => {
    const { name, exports } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, 'utf8'));
    return Object.entries(exports).map(([entry, target]) => {
      const built = typeof target === 'string' ? target : target.default;
      const source = built.replace('./dist/', `${packages}${folder}/src/`).replace(/\.js$/, '.ts');
      const specifier = `${name}${entry.slice(1)}`.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      return { find: new RegExp(`^${specifier}$`), replacement: source };
    });
  });
}
