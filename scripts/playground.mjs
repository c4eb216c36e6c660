// Starts the playground and prints its address. PORT names the port; a taken one gives way to the next free one.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';

const playground = fileURLToPath(new URL('../apps/playground', import.meta.url));
const port = await freePort(Number(process.env.PORT) || 6006);
const address = `http://localhost:${port}/`;

const storybook = spawn(
  join(playground, 'node_modules/.bin/storybook'),
  ['dev', '--port', String(port), '--exact-port', '--ci', '--no-version-updates', '--disable-telemetry', '--quiet'],
  { cwd: playground, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
storybook.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => storybook.kill(signal));

while (!(await answers(address))) await new Promise((resolve) => setTimeout(resolve, 250));
console.log(`\nRunhue playground: ${address}\n`);

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
