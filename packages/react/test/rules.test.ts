import { createRunhueStore } from '@runhue/react';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

describe('the plot', () => {
  test('no file takes a series of Recharts: thousands of runs are lines on a canvas', () => {
    const taken = files.flatMap((name) => {
      const imports = readFileSync(new URL(name, source), 'utf8').matchAll(/import\s*\{([^}]*)\}\s*from 'recharts'/g);
      return [...imports].flatMap(([, names = '']) => names.split(',').map((one) => one.trim()));
    });
    expect(taken).toContain('LineChart');
    expect(taken.filter((name) => /^(Line|Area|Scatter|Bar)( as |$)/.test(name))).toEqual([]);
  });
});

describe('createRunhueStore', () => {
  test('holds what a user chose, and nothing that follows from it', () => {
    const state = createRunhueStore().getState();
    expect(Object.keys(state).sort()).toEqual(['future', 'gesture', 'past', 'settings', 'settingsProblems', 'view']);
    expect(Object.keys(state.view).sort()).toEqual([
      'cursor',
      'drawerOpen',
      'drawerPage',
      'hiddenBuckets',
      'hiddenDashes',
      'hiddenRuns',
      'highlight',
      'selectedRuns',
      'xWindows',
      'yWindows',
    ]);
  });
});
