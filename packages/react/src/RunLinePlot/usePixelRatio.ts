import { useSyncExternalStore } from 'react';

/** Device pixels per CSS px, followed when the window moves to another screen or is zoomed. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, read, () => 1);
}

function read(): number {
  return window.devicePixelRatio || 1;
}

function subscribe(onChange: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => {};
  let media: MediaQueryList;
  const follow = (): void => {
    media = matchMedia(`(resolution: ${read()}dppx)`);
    media.addEventListener('change', changed, { once: true });
  };
  const changed = (): void => {
    onChange();
    follow();
  };
  follow();
  return () => media.removeEventListener('change', changed);
}
