import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackage } from './ensure-package.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the app has beside the route of docs/serving: a page, who may ask, and runs behind an engine that can be slow. */
const files: Record<string, string> = {
  'next.config.mjs': 'export default { turbopack: { root: import.meta.dirname } };\n',
  'app/layout.jsx': "export default function Layout({ children }) {\n  return <html lang=\"en\"><body>{children}</body></html>;\n}\n",
  'app/page.jsx': 'export default function Page() {\n  return <p>Runs</p>;\n}\n',
  'auth.js': "export const isAllowed = (request) => request.headers.get('Authorization') === 'Bearer key';\n",
  'source.js': `import { createRuns } from '@runhue/core';
import { memorySource } from '@runhue/sources/memory-source';

const runs = Array.from({ length: 300 }, (_, i) => ({ id: 'run-' + i, config: { lr: i }, history: Array.from({ length: 50 }, (_, step) => ({ _step: step, loss: i / (step + 1) })) }));
const memory = memorySource(createRuns(runs));
let stopped = 0;
export const source = {
  ...memory,
  // A summary is never answered; a search for "stopped" counts how many were taken back.
  summary: (query, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(((stopped += 1), signal.reason)))),
  keys: async (query) => (query.search === 'stopped' ? { entries: [], total: stopped } : memory.keys(query)),
};
`,
};

/** A Next app with the route of docs/serving, built by `next build` and started by `next start`. */
export async function startNextApp(version: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const manifest = ensurePackage('next', version);
  const folder = dirname(manifest);
  rmSync(join(folder, 'app'), { recursive: true, force: true });
  rmSync(join(folder, '.next'), { recursive: true, force: true });
  mkdirSync(join(folder, 'app/api/runs'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  cpSync(join(root, 'docs/serving/next-route.js'), join(folder, 'app/api/runs/route.js'));
  for (const name of ['core', 'sources']) installPackage(name, join(folder, 'node_modules/@runhue', name));
  const next = createRequire(manifest).resolve('next/dist/bin/next');
  const options = { cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const } };
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`next build failed:\n${stdout}${stderr}`);
  const port = await freePort();
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (/Ready/.test(String(chunk))) resolve();
    });
    server.on('exit', (code) => reject(new Error(`next start ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/api/runs`,
    stop: () =>
      new Promise((resolve) => {
        server.removeAllListeners('exit');
        server.on('exit', () => resolve());
        server.kill();
      }),
  };
}

/** What an app gets from the registry: manifest and built files. Types are left to `typecheck`. */
function installPackage(name: string, folder: string): void {
  const from = join(root, 'packages', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(from, 'package.json'), join(folder, 'package.json'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', join(from, 'tsconfig.build.json'), '--noCheck', '--outDir', join(folder, 'dist')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc could not build ${name}:\n${stdout}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
