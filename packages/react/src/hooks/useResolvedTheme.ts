import type { Theme } from '@runhue/core';
import { useSyncExternalStore } from 'react';

const query = '(prefers-color-scheme: dark)';

/** `auto` as the system prefers it now; light on a server. */
export function useResolvedTheme(theme: Theme | 'auto'): Theme {
  const system = useSyncExternalStore(subscribe, readSystem, () => 'light' as const);
  return theme === 'auto' ? system : theme;
}

function subscribe(onChange: () => void): () => void {
  if (typeof matchMedia !== 'function') return () => {};
  const media = matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

function readSystem(): Theme {
  return typeof matchMedia === 'function' && matchMedia(query).matches ? 'dark' : 'light';
}
