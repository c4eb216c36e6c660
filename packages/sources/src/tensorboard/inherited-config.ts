import type { ConfigValue } from '@runhue/core';
import { folderOf } from '../run-path.js';

type Config = ReadonlyMap<string, ConfigValue>;

/** The config of the run in a folder, or else of the run in the nearest folder above it that has one (`run-0` for `run-0/train`). */
export function inheritedConfig(folder: string, configIn: (folder: string) => Config | undefined): Config {
  for (let at = folder; ; at = folderOf(at)) {
    const config = configIn(at);
    if (config !== undefined && config.size > 0) return config;
    if (at === '') return new Map();
  }
}
