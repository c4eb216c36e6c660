import { readEachFile } from '../read-each-file.js';
import type { RunFormat } from '../run-format.js';
import { baseNameOf, runIdOfFolder } from '../run-path.js';
import { decodeText } from '../text/decode-text.js';
import { headText } from '../text/head-text.js';

/** Hyperparameters beside other files of a run, for `readRuns`. */
export const hparamsYamlFormat: RunFormat = {
  name: 'hparams.yaml',
  detect: (file) => (baseNameOf(file.path) === 'hparams.yaml' && headText(file).trim() !== '' ? 0.8 : 0),
  async read(files, context) {
    const { readHparamsYaml } = await import('./index.js');
    return readEachFile(files, context, (file) => [readHparamsYaml(decodeText(file.bytes), runIdOfFolder(file.path))]);
  },
};
