import type { FocusEvent } from 'react';

/**
 * For the blur of a dialog that is not modal: what is in it can be reached by Tab again. Base UI takes it out of the tab order when focus
 * leaves, and lets it in again from the dialog's trigger alone, which this one has none of.
 */
export function keepInTabOrder({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (currentTarget.contains(relatedTarget)) return;
  for (const element of currentTarget.querySelectorAll<HTMLElement>('[data-tabindex]')) {
    const before = element.dataset['tabindex'];
    delete element.dataset['tabindex'];
    if (before) element.setAttribute('tabindex', before);
    else element.removeAttribute('tabindex');
  }
}
