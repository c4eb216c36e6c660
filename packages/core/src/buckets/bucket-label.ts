import { legendMessagesEn, type LegendMessages } from '../legend/legend-messages.js';
import type { Bucket, Bucketing } from './bucketing.js';
import { formatEdge } from './format-edge.js';
import { printNumber, printValue } from './print-number.js';

/** What a label needs to know about the other buckets. */
export type BucketingScale = Pick<Bucketing, 'kind' | 'column' | 'edges' | 'edgeFormat' | 'domain'>;

/**
 * A bucket in words: its user's name, else a range (`Min – 0.7629`, `0.7629 – 0.7824`, `0.8409 – Max`; the ends themselves when
 * continuous), a value or a category, in quotes where it would read like another item (`"No value"`). Words default to English, `locale` (BCP 47) to `en`.
 */
export function bucketLabel(
  bucket: Omit<Bucket, 'label'>,
  bucketing: BucketingScale,
  messages: LegendMessages = legendMessagesEn,
  locale: string = 'en',
): string {
  if (bucket.name !== null) return bucket.name;
  switch (bucket.kind) {
    case 'range':
      return rangeLabel(bucket, bucketing, messages, locale);
    case 'value':
      return valueLabel(bucket.value, bucketing, locale);
    case 'category':
      return categoryLabel(bucket, bucketing, messages, locale);
    case 'other':
      return fill(messages.legendOther, { count: printNumber(bucket.categoryCount, 'fixed', 0, locale) });
    case 'missing':
      return messages.legendNoValue;
    case 'nonFinite':
      return messages.legendNonFinite;
  }
}

function rangeLabel(
  { index }: Pick<Bucket, 'index'>,
  { kind, edges, edgeFormat, domain }: BucketingScale,
  messages: LegendMessages,
  locale: string,
): string {
  const print = (edge: number | undefined, open: string): string =>
    edge === undefined || edgeFormat === null ? open : formatEdge(edge, edgeFormat, locale);
  const ends = kind === 'continuous' ? (domain ?? []) : [edges[index - 1], edges[index]];
  const printed = kind === 'continuous' ? ends : edges;
  const pattern = printed.some((edge) => edge !== undefined && edge < 0) ? messages.legendNegativeRange : messages.legendRange;
  return fill(pattern, { lower: print(ends[0], messages.legendMin), upper: print(ends[1], messages.legendMax) });
}

function valueLabel(value: Bucket['value'], { edgeFormat }: BucketingScale, locale: string): string {
  if (typeof value !== 'number') return String(value);
  return edgeFormat?.kind === 'date' ? formatEdge(value, edgeFormat, locale) : printValue(value, locale);
}

function categoryLabel(
  { value, categoryId }: Pick<Bucket, 'value' | 'categoryId'>,
  { column }: BucketingScale,
  messages: LegendMessages,
  locale: string,
): string {
  if (value === true) return messages.legendTrue;
  if (value === false) return messages.legendFalse;
  if (value === '') return messages.legendEmpty;
  if (typeof value === 'number') return printValue(value, locale);
  const text = String(value);
  const isText = categoryId?.startsWith('string:') ?? false;
  const isMisread = isLegendWord(text, messages) || (column.type === 'mixed' && looksLikeAnotherType(text));
  return isText && isMisread ? JSON.stringify(text) : text;
}

/** Whether text shows nothing, or reads like the item of another bucket. */
function isLegendWord(text: string, messages: LegendMessages): boolean {
  const [before = '', after = ''] = messages.legendOther.split('{count}');
  const isOther = text.startsWith(before) && text.endsWith(after) && /^\d+$/.test(text.slice(before.length, text.length - after.length));
  return isOther || text.trim() === '' || [messages.legendNoValue, messages.legendNonFinite, messages.legendEmpty].includes(text);
}

/** Whether text beside other types would be taken for a number, a boolean or a list. */
function looksLikeAnotherType(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return Number.isFinite(Number(text));
  }
}

function fill(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
