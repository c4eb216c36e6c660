import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { sizes } from '../../bench/scale/generate-project.mjs';
import { loadSources } from '../../bench/scale/load-sources.mjs';
import { sourceAliases } from '../../../scripts/source-aliases.mjs';
import { createProjects } from './projects.mjs';

const pageOf = (folder) => ({
  configFile: false,
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  plugins: [react()],
  resolve: { alias: sourceAliases(), dedupe: ['react', 'react-dom'] },
  build: {
    outDir: fileURLToPath(new URL(`../dist/${folder}`, import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

/** Builds the page and serves it, and each project under `/api/<name>` by `serveRunSource` over DuckDB. Opens the first project before it answers. */
export async function startServer({ port, first, log, folder = 'scale' }) {
  const page = pageOf(folder);
  const projects = createProjects(await loadSources(`playground-${folder}`), log);
  await Promise.all([projects.open(first), build(page)]);
  const api = { name: 'api', configurePreviewServer: ({ middlewares }) => void middlewares.use('/api', (request, response) => void answer(projects, request, response, log)) };
  const server = await preview({ ...page, plugins: [api], preview: { port, host: 'localhost', strictPort: port !== 0 } });
  return {
    address: `http://localhost:${server.httpServer.address().port}/`,
    close: async () => {
      server.httpServer.closeAllConnections?.();
      await server.close();
      await projects.close();
    },
  };
}

async function answer(projects, request, response, log) {
  const name = /^\/([^/?]*)/.exec(request.url)?.[1] ?? '';
  if (!Object.hasOwn(sizes, name)) return refuse(response, 404, 'invalid', `There is no project "${name}"; there are ${Object.keys(sizes).join(', ')}.`);
  try {
    const { listener } = await projects.open(name);
    listener(request, response);
  } catch (error) {
    log(String(error?.stack ?? error));
    refuse(response, 500, 'failed', `The project "${name}" could not be made; the server's own words say why.`);
  }
}

function refuse(response, status, code, message) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ code, message }));
}
