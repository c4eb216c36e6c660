// Real trackers write, the readers read: `pnpm test:integration`. Makes its own Python environment (kept in node_modules/.cache, so that only
// the first run installs), then runs the tests of this folder. RUNHUE_PYTHON names another interpreter than python3.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const requirements = fileURLToPath(new URL('python/requirements.txt', import.meta.url));
const environment = join(root, 'node_modules/.cache/runhue-integration');
const windows = process.platform === 'win32';
const python = join(environment, windows ? 'Scripts/python.exe' : 'bin/python');
const stamp = join(environment, 'requirements.txt');

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

/** The first interpreter that is Python 3.10 or later and can make environments. */
function findPython() {
  const candidates = process.env.RUNHUE_PYTHON ? [process.env.RUNHUE_PYTHON] : ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  const works = (name) => spawnSync(name, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' }).status === 0;
  const found = candidates.find(works);
  if (found !== undefined) return found;
  return fail(
    `The integration tests need Python 3.10 or later with its venv module; tried ${candidates.join(', ')}. ` +
      'Install it (Debian: apt-get install python3 python3-venv), or name one with RUNHUE_PYTHON=/path/to/python3. All other tests need Node only.',
  );
}

function makeEnvironment() {
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(requirements, 'utf8')) return;
  const base = findPython();
  console.log(`Making a Python environment in ${environment} (once; some minutes) …`);
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(environment, { recursive: true });
  if (run(base, ['-m', 'venv', environment]).status !== 0) fail(`"${base} -m venv" failed; see above.`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  if (run(python, pip).status !== 0) {
    rmSync(environment, { recursive: true, force: true });
    fail('pip could not install tests/integration/python/requirements.txt; its own words are above. It needs a package index that it can reach.');
  }
  writeFileSync(stamp, readFileSync(requirements, 'utf8'));
}

makeEnvironment();
const packages = ['mlflow', 'tensorboard', 'tensorboardX', 'wandb', 'pyarrow'];
run(python, ['-c', `from importlib.metadata import version\nprint('Python writes with', ', '.join(f'{name} {version(name)}' for name in ${JSON.stringify(packages)}))`]);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
const { status } = run(process.execPath, [vitest, 'run', '--config', config, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, RUNHUE_INTEGRATION_PYTHON: python },
});
process.exitCode = status ?? 1;
