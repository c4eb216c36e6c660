import type { Theme } from '@runhue/core';
import { useMedia } from './useMedia.js';

/** `auto`, and what is no theme, as the system prefers it now; light on a server. */
export function useResolvedTheme(theme: Theme | 'auto'): Theme {
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  if (theme === 'light' || theme === 'dark') return theme;
  return prefersDark ? 'dark' : 'light';
}
