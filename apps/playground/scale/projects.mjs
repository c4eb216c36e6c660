import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDuckDb } from '../../bench/scale/engines/duckdb.mjs';
import { generateProject, sizes } from '../../bench/scale/generate-project.mjs';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/runhue-scale', import.meta.url));

/** The projects that the page offers, each made and opened when it is first asked for. */
export function createProjects(kit, log) {
  const open = new Map();
  const openProject = async (name) => {
    const { runs, points } = sizes[name];
    const project = await generateProject({ folder: join(cache, `${runs}x${points}`), runs, points, log: (line) => log(`${name}: ${line}`) });
    const engine = await openDuckDb(kit, project.folder, { summary: true });
    const version = `${project.bytes} ${statSync(project.folder).mtimeMs}`;
    log(`${name}: ${project.runs.toLocaleString('en-US')} runs, ${project.points.toLocaleString('en-US')} points, ${(project.bytes / 1e6).toFixed(0)} MB of Parquet in ${project.folder}`);
    return { engine, project, listener: kit.toNodeListener(kit.serveRunSource(engine.openSource(), { version, httpCache: 'private' })) };
  };
  return {
    open: (name) => {
      if (!open.has(name)) open.set(name, openProject(name).catch((error) => (open.delete(name), Promise.reject(error))));
      return open.get(name);
    },
    close: async () => {
      for (const project of open.values()) (await project).engine.close();
    },
  };
}
