import { dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, manifestOf, sourceFiles, textOf } from './source-files.js';

/** Which packages of ours each one may import: apps → react → {core, lines}, apps → sources → core. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lines: [],
  react: ['@runhue/core', '@runhue/lines'],
  sources: ['@runhue/core'],
};
const names = Object.keys(allowed);
const ours = (specifiers: readonly string[]): string[] => specifiers.filter((specifier) => specifier.startsWith('@runhue/'));
const packageOf = (specifier: string): string => {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};
/** Every entry that our packages declare: `@runhue/core`, `@runhue/react/styles.css`, … */
const entries = names.flatMap((name) => {
  const { name: packageName, exports } = manifestOf(`packages/${name}`);
  return Object.keys(exports).map((entry) => packageName + entry.slice(1));
});

describe.each(names)('packages/%s', (name) => {
  const folder = `packages/${name}`;
  const files = sourceFiles(`${folder}/src`);
  const manifest = manifestOf(folder);
  const imports = files.flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })));

  it('has sources to look at', () => expect(imports.length).toBeGreaterThan(5));

  it('imports no package of ours but those below it', () => {
    const wrong = imports.filter(({ specifier }) => ours([specifier]).length > 0 && !allowed[name]?.includes(specifier));
    expect(wrong).toEqual([]);
  });

  it('imports only what its package.json declares', () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const bare = imports.filter(({ specifier }) => !/^(\.|node:)/.test(specifier));
    expect(bare.filter(({ specifier }) => !declared.includes(packageOf(specifier)))).toEqual([]);
    expect(ours(declared).toSorted()).toEqual(allowed[name]);
  });

  it('reaches its own files by relative paths that stay inside', () => {
    const escaping = imports.filter(({ file, specifier }) => {
      return specifier.startsWith('.') && !posix.normalize(`${dirname(file)}/${specifier}`).startsWith(`${folder}/src/`);
    });
    expect(escaping).toEqual([]);
  });
});

describe.each(['core', 'lines'])('packages/%s', (name) => {
  it('is compiled without the DOM library and without Node types', () => {
    const options = [textOf('tsconfig.base.json'), textOf(`packages/${name}/tsconfig.build.json`)].map(
      (text) => (JSON.parse(text) as { compilerOptions: { lib?: string[]; types?: string[] } }).compilerOptions,
    );
    const { lib, types } = Object.assign({}, ...options) as { lib: string[]; types: string[] };
    expect(lib).toEqual(['ES2023']);
    expect(types).toEqual([]);
  });

  it('depends on nothing but small pure libraries', () => {
    expect(Object.keys(manifestOf(`packages/${name}`).dependencies ?? {}).filter((dependency) => !dependency.startsWith('d3-'))).toEqual([]);
  });
});

it('tests and apps import our packages only through entries that they declare', () => {
  const folders = [...names.map((name) => `packages/${name}/test`), 'apps'];
  const wrong = folders.flatMap(sourceFiles).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => {
        if (!specifier.startsWith('.')) return ours([specifier]).length > 0 && !entries.includes(specifier);
        return /^packages\/\w+\/(src|dist)\//.test(posix.normalize(`${dirname(file)}/${specifier}`));
      })
      .map((specifier) => `${file} → ${specifier}`),
  );
  expect(wrong).toEqual([]);
});
