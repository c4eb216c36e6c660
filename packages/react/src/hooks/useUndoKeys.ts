import type { KeyboardEvent } from 'react';
import { useRunhueContext } from '../RunhueContext.js';

/** Ctrl/Cmd-Z undoes and, with Shift or as Ctrl-Y, redoes; never while text is typed. For `onKeyDown` of what holds the kit. */
export function useUndoKeys(): (event: KeyboardEvent) => void {
  const { undo, redo } = useRunhueContext();
  return (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
    const letter = letterOf(event);
    if (letter !== 'z' && letter !== 'y') return;
    event.preventDefault();
    if (letter === 'y' || event.shiftKey) redo();
    else undo();
  };
}

/** The Latin letter of a key, also while another script (한글) is typed. */
function letterOf({ key, nativeEvent: { code } }: KeyboardEvent): string {
  return (/^[a-z]$/i.test(key) ? key : code.replace('Key', '')).toLowerCase();
}

function isTextField(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'range', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
