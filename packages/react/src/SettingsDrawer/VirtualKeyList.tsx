import { Combobox } from '@base-ui/react/combobox';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useImperativeHandle, useMemo, useRef, type JSX, type Ref } from 'react';
import type { KeyChoice, KeyGroupItems } from './key-choices.js';
import { KeyOption } from './KeyOption.js';

/** Brings an item into view by its place among all items. */
export interface KeyListView {
  reveal(index: number): void;
}

interface VirtualKeyListProps {
  /** Runs there are. */
  readonly total: number;
  readonly view: Ref<KeyListView>;
}

type Line = { readonly kind: 'label'; readonly text: string } | { readonly kind: 'item'; readonly choice: KeyChoice; readonly index: number };

/** Heights in CSS px before a line is measured. */
const lineHeight = { label: 24, item: 28 };

/** The Keys of a long list: only those in view are in the page. */
export function VirtualKeyList({ total, view }: VirtualKeyListProps): JSX.Element {
  const groups = Combobox.useFilteredItems<KeyGroupItems>();
  const lines = useMemo(() => linesOf(groups), [groups]);
  const count = lines.filter(({ kind }) => kind === 'item').length;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => lineHeight[lines[line]?.kind ?? 'item'],
    overscan: 10,
    scrollPaddingEnd: 4,
  });
  useImperativeHandle(view, () => ({
    reveal(index) {
      const line = lines.findIndex((other) => other.kind === 'item' && other.index === index);
      if (line >= 0) virtual.scrollToIndex(line, { align: 'auto' });
    },
  }));
  return (
    <div role="presentation" className="runhue-popup-scroller" ref={scroller}>
      <div role="presentation" className="runhue-popup-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: at, start }) => {
          const line = lines[at];
          if (!line) return null;
          const place = { 'data-index': at, ref: virtual.measureElement, style: { transform: `translateY(${start}px)` } };
          if (line.kind === 'label') {
            return (
              <div key={at} role="presentation" className="runhue-popup-group-label" {...place}>
                {line.text}
              </div>
            );
          }
          return <KeyOption key={line.choice.id ?? ''} choice={line.choice} total={total} index={line.index} count={count} {...place} />;
        })}
      </div>
    </div>
  );
}

function linesOf(groups: readonly KeyGroupItems[]): Line[] {
  let index = 0;
  return groups.flatMap(({ value, items }): Line[] => [
    ...(value ? [{ kind: 'label', text: value } as const] : []),
    ...items.map((choice) => ({ kind: 'item', choice, index: index++ }) as const),
  ]);
}
