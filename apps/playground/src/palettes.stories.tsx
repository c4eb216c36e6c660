import {
  colorBuckets,
  bucketColumn,
  defaultColorSettings,
  palettes,
  type BucketStyle,
  type NumberColumn,
  type Palette,
  type Theme,
} from '@runhue/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, within } from 'storybook/test';

const counts = [2, 3, 4, 5, 6, 7, 8];
const surfaces: Readonly<Record<Theme, { background: string; color: string }>> = {
  light: { background: '#ffffff', color: '#1c2026' },
  dark: { background: '#111418', color: '#e6e9ee' },
};

function stylesOf(palette: Palette, count: number, theme: Theme): readonly BucketStyle[] {
  const values = Float64Array.from({ length: count }, (_, i) => i);
  const column: NumberColumn = { keyId: 'metric:acc', yValue: 'latest', type: 'number', runIds: [...values].map(String), values };
  const settings = { ...defaultColorSettings, bucketCount: count, palette: palette.name };
  return colorBuckets(bucketColumn(column, settings), settings, { theme });
}

function Line({ style, theme }: { style: BucketStyle; theme: Theme }): ReactElement {
  const path = 'M2 20 C 14 2, 26 26, 42 6';
  const dash = style.dash?.join(' ');
  return (
    <svg width={44} height={24} aria-hidden="true" style={{ background: surfaces[theme].background }}>
      {style.casing && <path d={path} stroke={style.casing} strokeWidth={4} fill="none" strokeDasharray={dash} />}
      <path d={path} stroke={style.color} strokeWidth={2} fill="none" strokeDasharray={dash} />
    </svg>
  );
}

function Tables({ palette, theme }: { palette: Palette; theme: Theme }): ReactElement {
  return (
    <section aria-label={`${palette.label}, ${theme}`} style={{ ...surfaces[theme], padding: 16 }}>
      <h2 style={{ font: '600 14px system-ui', margin: '0 0 8px' }}>
        {palette.label} on {theme}
      </h2>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {counts.map((count) => (
          <li key={count} aria-label={`${count} buckets`} style={{ display: 'flex', gap: 4, marginBottom: 4 }}>
            {stylesOf(palette, count, theme).map((style, i) => (
              <Line key={i} style={style} theme={theme} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Palettes(): ReactElement {
  return (
    <main style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))' }}>
      <h1 style={{ gridColumn: '1 / -1', font: '600 18px system-ui', margin: 16 }}>Palettes, as lines, for two to eight buckets</h1>
      {palettes
        .filter(({ kind }) => kind === 'sequential')
        .flatMap((palette) => [
          <Tables key={`${palette.name} light`} palette={palette} theme="light" />,
          <Tables key={`${palette.name} dark`} palette={palette} theme="dark" />,
        ])}
    </main>
  );
}

const meta: Meta<typeof Palettes> = { title: 'Palettes', component: Palettes };
export default meta;

export const Sequential: StoryObj<typeof Palettes> = {
  play: async ({ canvas }) => {
    const table = within(canvas.getByRole('region', { name: 'Classic, light' }));
    const lines = table.getByRole('listitem', { name: '5 buckets' }).querySelectorAll('svg');
    await expect(lines).toHaveLength(5);
    await expect(lines[0]?.querySelectorAll('path')).toHaveLength(2);
    await expect(lines[4]?.querySelectorAll('path')).toHaveLength(1);
  },
};
