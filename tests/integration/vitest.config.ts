import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sourceAliases } from '../../scripts/source-aliases.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: sourceAliases() },
  test: { name: 'integration', include: ['*.integration.ts'], testTimeout: 120_000, hookTimeout: 300_000, retry: 1, fileParallelism: false },
});
