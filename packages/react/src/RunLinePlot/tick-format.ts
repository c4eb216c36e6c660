/** Turns a tick into a short text. */
export type TickFormat = (value: number) => string;

const units: readonly (readonly [number, string])[] = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/**
 * Short numbers for the ticks of one axis: `1.2k`, `3e-4`, `0.25`. Decimals follow the distance of the ticks, so that no two read alike;
 * where that needs more than three, numbers are written out. Uneven ticks (log, symlog) have each their own decimals.
 */
export function numberTickFormat(ticks: readonly number[], locale: string, even = true): TickFormat {
  const step = even ? smallestDistance(ticks) : NaN;
  const largest = Math.max(0, ...ticks.map(Math.abs));
  const small = ticks.some((tick) => tick !== 0 && Math.abs(tick) < 1e-3) && largest < 1e-2;
  const huge = largest >= 1e12;
  return (value) => {
    const size = Math.abs(value);
    if (value === 0) return '0';
    if (small || huge || size < 1e-3) return scientific(value, step, locale);
    const [unit, suffix] = units.find(([least]) => size >= least) ?? [1, ''];
    const decimals = decimalsOf((even ? step : value) / unit);
    if (unit > 1 && decimals <= 3) return localNumber(value / unit, locale, 0, decimals) + suffix;
    const plain = decimalsOf(Number.isFinite(step) ? step : value);
    return localNumber(value, locale, plain, plain);
  };
}

/** Durations in seconds in at most two units: `90` → `1m 30s`. */
export function durationFormat(locale: string): TickFormat {
  return (value) => {
    if (value === 0) return '0';
    const size = Math.abs(value);
    const parts = (
      [
        ['day', 86400, Infinity],
        ['hour', 3600, 24],
        ['minute', 60, 60],
      ] as const
    ).map(([unit, seconds, cycle]) => ({ unit, count: Math.floor(size / seconds) % cycle }));
    const rest = Number((size % 60).toPrecision(4));
    const all = [...parts, { unit: 'second' as const, count: rest }];
    const first = all.findIndex(({ count }) => count > 0);
    const text = all
      .slice(first, first + 2)
      .filter(({ count }) => count > 0)
      .map(({ unit, count }) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 3 }).format(count),
      );
    return (value < 0 ? '−' : '') + text.join(' ');
  };
}

/** Seconds since the epoch as dates or times of day, whichever tells the ticks apart; midnight shows its date. UTC. */
export function dateTickFormat(ticks: readonly number[], locale: string): TickFormat {
  const step = smallestDistance(ticks);
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const days = format({ month: 'short', day: 'numeric' });
  const months = format({ year: 'numeric', month: 'short' });
  const years = format({ year: 'numeric' });
  const times = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(step < 60 && { second: '2-digit' }) });
  return (value) => {
    const date = new Date(value * 1000);
    if (step >= 360 * 86400) return years.format(date);
    if (step >= 27 * 86400) return months.format(date);
    return value % 86400 === 0 || step >= 86400 ? days.format(date) : times.format(date);
  };
}

/** `3e-4`, with the digits that a distance of `step` needs; NaN: the value's own. */
function scientific(value: number, step: number, locale: string): string {
  const exponent = Number(value.toExponential().split('e')[1]);
  const decimals = Number.isFinite(step) ? decimalsOf(step / 10 ** exponent) : 5;
  const [mantissa = '', power = ''] = value.toExponential(Math.min(20, decimals)).split('e');
  return `${localNumber(Number(mantissa), locale, 0, decimals)}e${power.replace('+', '')}`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes far longer than using one, and every text of an axis is asked for more than once. */
function localNumber(value: number, locale: string, least: number, most: number): string {
  const name = `${locale} ${least} ${most}`;
  let format = numberFormats.get(name);
  if (!format) numberFormats.set(name, (format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })));
  return format.format(value);
}

/** Digits after the decimal sign that a multiple of `step` needs, at most 15. */
function decimalsOf(step: number): number {
  if (!Number.isFinite(step) || step === 0) return 0;
  const [mantissa = '', exponent = '0'] = Number(step.toPrecision(3)).toExponential().split('e');
  const digits = mantissa.replace(/^-?\d\.?/, '').length;
  return Math.min(15, Math.max(0, digits - Number(exponent)));
}

function smallestDistance(ticks: readonly number[]): number {
  let step = Infinity;
  for (let i = 1; i < ticks.length; i++) step = Math.min(step, Math.abs((ticks[i] ?? 0) - (ticks[i - 1] ?? 0)));
  return step;
}
