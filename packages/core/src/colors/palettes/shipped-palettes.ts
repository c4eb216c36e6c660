import type { Palette } from '../palette.js';
import { categorical } from './categorical.js';
import { cividis } from './cividis.js';
import { classic } from './classic.js';
import { diverging } from './diverging.js';
import { highContrast } from './high-contrast.js';
import { okabeIto } from './okabe-ito.js';
import { runhue } from './runhue.js';
import { viridis } from './viridis.js';

/** Every palette of the kit, the default first. */
export const palettes: readonly Palette[] = [runhue, classic, viridis, cividis, highContrast, diverging, categorical, okabeIto];
