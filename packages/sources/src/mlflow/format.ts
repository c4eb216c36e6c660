import { baseNameOf } from '../run-path.js';
import type { RunFormat } from '../run-format.js';
import { readWithPauses } from '../stepwise.js';
import { isInRunFolder } from './store-layout.js';

const metaWords = /^(?:artifact_location|artifact_uri|lifecycle_stage|experiment_id):/m;

/**
 * A file store as `readRuns` sees it: whatever is in a run's folders (artifacts are not read), `meta.yaml` by its words,
 * and what else an `mlruns` folder holds, where no other format wants it.
 */
export const mlflowFormat: RunFormat = {
  name: 'MLflow file store',
  detect({ path, bytes }) {
    if (isInRunFolder(path)) return 0.95;
    const isMeta = baseNameOf(path) === 'meta.yaml' && metaWords.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
    return isMeta ? 0.95 : /(?:^|\/)mlruns\//.test(path) ? 0.3 : 0;
  },
  async read(files, context) {
    const { readingMlflowFiles } = await import('./read-mlflow-files.js');
    return readWithPauses(readingMlflowFiles(files), context);
  },
};
