import type { Theme } from '@runhue/core';
import { useRunhueContext } from '../RunhueContext.js';

/** The theme in force, `auto` already resolved. */
export function useTheme(): Theme {
  return useRunhueContext().theme;
}
