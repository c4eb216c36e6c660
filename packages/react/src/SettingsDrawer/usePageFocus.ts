import { useEffect, useRef, type RefObject } from 'react';
import type { DrawerPage } from '../store/view-state.js';

/** Where focus goes when a page is shown: its chosen or first control; on the way back the link that was followed. */
export function usePageFocus(page: DrawerPage, body: RefObject<HTMLElement | null>): void {
  const shown = useRef(page);
  useEffect(() => {
    const from = shown.current;
    shown.current = page;
    if (from === page) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-page="${from}"]`);
    (link ?? firstControl(body.current))?.focus();
  }, [page, body]);
}

/** The control to start from on a page; the page itself when it has none. */
export function firstControl(body: HTMLElement | null): HTMLElement | null {
  return body?.querySelector<HTMLElement>('input:checked, button') ?? body;
}
