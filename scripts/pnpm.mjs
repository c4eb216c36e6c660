import { spawnSync } from 'node:child_process';

/** Runs the workspace's pnpm, which need not be installed. */
export function pnpm(words, cwd) {
  const { status } = spawnSync('npx', ['--prefer-offline', '-y', 'pnpm@12.21.0', ...words], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`pnpm ${words[0]} failed in ${cwd} with exit code ${status}.`);
}
