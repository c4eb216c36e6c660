import { baseNameOf, folderOf, stemOf } from '../run-path.js';
import type { TableSource } from './table-rows.js';

/** File names that say nothing about the run: there the folder does. */
const plainStems = new Set([
  'progress', 'results', 'result', 'metrics', 'log', 'logs', 'history', 'training', 'training_log', 'train_log', 'monitor', 'scalars', 'data', 'params',
  'trainer_state', 'hparams',
]);

/** The run that a file without run names is about: its folder for names such as `progress.csv`, else the file. */
export function runOfFile(path: string): TableSource {
  const folder = folderOf(path);
  if (plainStems.has(stemOf(path).toLowerCase()) && folder !== '') return { path, id: folder, name: baseNameOf(folder) };
  const id = folder === '' ? stemOf(path) : `${folder}/${stemOf(path)}`;
  return { path, id, name: stemOf(path), ...(folder !== '' && { folder: baseNameOf(folder) }) };
}
