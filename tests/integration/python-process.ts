import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SourceFile } from '@runhue/sources';

const scripts = fileURLToPath(new URL('./python/', import.meta.url));

/** Trackers neither phone home nor read the settings of whoever runs the tests. */
const quiet = {
  MLFLOW_DISABLE_TELEMETRY: 'true',
  MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
  DO_NOT_TRACK: 'true',
  WANDB_MODE: 'offline',
  WANDB_SILENT: 'true',
  WANDB_ERROR_REPORTING: 'false',
  GIT_PYTHON_REFRESH: 'quiet',
  PYTHONWARNINGS: 'ignore',
};

function python(): string {
  const path = process.env.RUNHUE_INTEGRATION_PYTHON;
  if (path === undefined) throw new Error('Run the integration tests with `pnpm test:integration`, which makes their Python environment.');
  return path;
}

/** Runs a script of `python/` in a folder and gives what it printed. Rejects with its errors when it fails. */
export async function runScript(name: string, args: readonly string[], { folder, env = {} }: { folder: string; env?: Record<string, string> }): Promise<string> {
  const options = { cwd: folder, env: { ...process.env, ...quiet, HOME: folder, ...env }, maxBuffer: 1 << 28 };
  const { stdout } = await promisify(execFile)(python(), [join(scripts, name), ...args], options);
  return stdout;
}

/** Starts `python -m module …` and waits until `url` answers; `stop` ends it and what it started. */
export async function startServer(args: readonly string[], url: string, { folder }: { folder: string }): Promise<{ stop: () => void }> {
  const log = join(folder, 'server.log');
  const output = openSync(log, 'w');
  const server = spawn(python(), ['-m', ...args], {
    cwd: folder,
    env: { ...process.env, ...quiet, HOME: folder },
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const stop = (): void => {
    if (server.pid === undefined || server.exitCode !== null) return;
    try {
      process.kill(-server.pid, 'SIGTERM');
    } catch {
      server.kill();
    }
  };
  const deadline = Date.now() + 120_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`${args[0]} ended (${server.exitCode}):\n${readFileSync(log, 'utf8').slice(-4000)}`);
    const answers = await fetch(url).then(({ ok }) => ok, () => false);
    if (answers) return { stop };
    if (Date.now() > deadline) {
      stop();
      throw new Error(`${args[0]} did not answer at ${url}:\n${readFileSync(log, 'utf8').slice(-4000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A port of the loopback interface that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** A folder of its own, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'runhue-integration-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a person would drop on the page. */
export function filesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: new Uint8Array(readFileSync(path)) }));
}

/** A list that Python printed as JSON: NaN and infinities come as texts. */
export function numbers(list: readonly (number | string)[]): number[] {
  const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
  return list.map((item) => (typeof item === 'number' ? item : (words[item] ?? Number(item))));
}
