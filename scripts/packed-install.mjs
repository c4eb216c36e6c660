// Packs the packages, installs the tarballs in a fresh Vite app outside of the workspace, with React 18.2 and again with 19,
// and checks types, server rendering and the picture in Chromium. Needs `pnpm build` first.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { checkPicture } from './packed-picture.mjs';
import { packPackages } from './pack-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const versions = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
const reacts = [
  { react: '18.2.0', types: '18.2.79', domTypes: '18.2.25' },
  { react: versions.react, types: versions['@types/react'], domTypes: versions['@types/react-dom'] },
];

/** Taken before Vite, loaded below, sets NODE_ENV to production for this process: npm would then leave out half of the next app. */
const environment = { ...process.env };

const chromium = ensureChromium();
const folder = mkdtempSync(join(tmpdir(), 'runhue-packed-'));
try {
  const tarballs = packPackages(join(folder, 'tarballs'));
  for (const react of reacts) await checkApp(react, tarballs);
  console.log('\nPacked install: works with React 18.2 and 19');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function checkApp({ react, types, domTypes }, tarballs) {
  console.log(`\nReact ${react}`);
  const app = join(folder, `app-${react}`);
  cpSync(join(root, 'scripts/packed-app'), app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest(react, types, domTypes, tarballs), null, 2));
  run('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], app);
  const installed = JSON.parse(readFileSync(join(app, 'node_modules/react/package.json'), 'utf8')).version;
  if (installed !== react) throw new Error(`Asked for React ${react}, npm installed ${installed}.`);
  const bin = (name) => join(app, 'node_modules/.bin', name);
  run(bin('tsc'), ['-p', '.'], app);
  run(bin('vite'), ['build', '--logLevel', 'error'], app);
  run(bin('vite'), ['build', '--ssr', 'src/server.tsx', '--outDir', 'server', '--logLevel', 'error'], app);
  run(process.execPath, ['check-server.mjs'], app);
  await checkPicture(app, chromium);
}

function manifest(react, types, domTypes, tarballs) {
  return {
    name: 'runhue-packed-app',
    private: true,
    type: 'module',
    dependencies: { ...tarballs, react, 'react-dom': react, 'react-is': react, recharts: versions.recharts, zustand: versions.zustand },
    devDependencies: {
      '@types/react': types,
      '@types/react-dom': domTypes,
      '@vitejs/plugin-react': versions['@vitejs/plugin-react'],
      typescript: versions.typescript,
      vite: versions.vite,
    },
    // The packages depend on each other by version; here each version is its tarball.
    overrides: Object.fromEntries(Object.keys(tarballs).map((name) => [name, `$${name}`])),
  };
}

function run(command, words, cwd) {
  const { status, error } = spawnSync(command, words, { cwd, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${words.slice(0, 3).join(' ')} failed in ${cwd}: ${error?.message ?? `exit code ${status}`}`);
}
