import type { BenchData } from './bench-data.js';

export interface ChartOptions {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** CSS px. */
  readonly lineWidth: number;
}

/** A chart that is mounted. Every act takes effect before it returns, or in the next frame. */
export interface Chart {
  /** Ways to give every line another colour, by name. */
  readonly recolor: Readonly<Record<string, (round: number) => void>>;
  /** Hides or shows a sixth of the lines. */
  toggle(hidden: boolean): void;
  zoom(xDomain: readonly [number, number]): void;
  /** What the tooltip says and where; empty when there is none. */
  reading(): string;
  /** Adds points to live lines, where that is measured. */
  append?(round: number): void;
  /** Smooths all lines or stops doing so, where that is traced. */
  smooth?(on: boolean): void;
  unmount(): void;
}

/** A library on the bench. */
export interface Contestant<Prepared> {
  /** The data as the library wants it; not counted, for all alike. */
  prepare(data: BenchData): Prepared;
  mount(root: HTMLElement, prepared: Prepared, options: ChartOptions, data: BenchData): Chart;
  /** For what may draw later than the call, in one go or several: when it drew last. Its time ends two frames after the last drawing. */
  drawnAt?(): number;
}
