import type { RunInput } from '@runhue/core';
import { baseNameOf } from '../run-path.js';
import { parseYamlMapping } from '../text/parse-yaml.js';

/**
 * Reads the `hparams.yaml` that PyTorch Lightning puts beside a run's `metrics.csv` or event files: the run's config. Throws a `RunhueError` for
 * what is no YAML mapping of bounded size and depth.
 */
export function readHparamsYaml(text: string, id: string): RunInput {
  return { id, name: baseNameOf(id), config: parseYamlMapping(text) };
}
