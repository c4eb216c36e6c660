import type { ReactNode } from 'react';

/** The toolbar's theme and language as provider props. */
export function stageProps(globals: Record<string, unknown>): { theme: 'light' | 'dark' | 'auto'; locale: string } {
  const theme = globals['theme'];
  return { theme: theme === 'dark' || theme === 'auto' ? theme : 'light', locale: globals['locale'] === 'ko' ? 'ko' : 'en' };
}

/** A window of fixed size for stories that are judged at one width. */
export function Frame({ width, height, children }: { readonly width: number; readonly height: number; readonly children: ReactNode }): ReactNode {
  return <div style={{ width, height, maxWidth: '100%' }}>{children}</div>;
}
