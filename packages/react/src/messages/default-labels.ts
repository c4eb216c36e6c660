import type { KeyLabels } from '../store/coloring.js';
import type { Messages } from './messages.js';

/** An app's display names, with the default metrics named in the UI's language where the app names none. */
export function withDefaultLabels(own: KeyLabels | undefined, messages: Messages): KeyLabels {
  const labels: Record<string, string> = { ...own };
  for (const [name, text] of Object.entries(defaultTexts(messages))) labels[`default:${name}`] ??= own?.[name] ?? text;
  return labels;
}

/** The default metrics in words, by name. */
export function defaultTexts(messages: Messages): KeyLabels {
  return {
    Step: messages.plotStep,
    'Relative Time (Process)': messages.plotRelativeProcess,
    'Relative Time (Wall)': messages.plotRelativeWall,
    'Wall Time': messages.plotWallTime,
  };
}
