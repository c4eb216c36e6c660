/** The three groups of the Key dropdown, in this order. */
export type KeyGroup = 'default' | 'metric' | 'config';

/** The clock of a run: `Step`, `Relative Time (Process)`, `Relative Time (Wall)`, `Wall Time`. */
export const defaultMetrics = ['Step', 'Relative Time (Process)', 'Relative Time (Wall)', 'Wall Time'] as const;
export type DefaultMetric = (typeof defaultMetrics)[number];

/**
 * Identity of a Key as text: `default:Step`, `metric:val/loss`, `config:optimizer.lr`.
 * In a config path, dots separate levels; a dot or backslash inside a name is escaped by a backslash.
 */
export type KeyId = `${KeyGroup}:${string}`;
