import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { pnpm } from './pnpm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const playground = `${root}apps/playground`;

/** Builds the playground and serves it; `storyAddress` is where one story stands alone. */
export async function serveBuiltPlayground() {
  pnpm(['--filter', '@runhue/playground', 'build'], root);
  const server = await preview({ root: playground, build: { outDir: 'storybook-static' }, preview: { port: 0 }, logLevel: 'error' });
  const address = server.resolvedUrls.local[0];
  return {
    address,
    storyAddress: (story, { theme = 'light', locale = 'en' } = {}) =>
      `${address}iframe.html?id=${story}&viewMode=story&globals=theme:${theme};locale:${locale}`,
    close: () => server.close(),
  };
}
