import { makeBenchData } from './bench-data.js';
import type { Chart, ChartOptions, Contestant } from './contestant.js';

/** What the runner calls in a page; all times are milliseconds. */
export interface BenchPage {
  /** Makes the data and hands it to the library; the time is the library's own preparation. */
  load(size: { runs: number; points: number }, options: ChartOptions): number;
  mount(): Promise<number>;
  unmount(): Promise<void>;
  recolorings(): string[];
  recolor(name: string, round: number): Promise<number>;
  toggle(hidden: boolean): Promise<number>;
  /** The middle half of x, or all of it. */
  zoom(near: boolean): Promise<number>;
  /** Smooths all lines or stops doing so. */
  smooth(on: boolean): Promise<number>;
  /** Until two frames after the latest act's call, whatever was drawn by then. */
  firstFrame(): number;
  /** Resolves after the next pointer move with the time until the end of the frame that shows another reading; null when none came. */
  awaitHover(): void;
  hovered(): Promise<number | null>;
  reading(): string;
  /** Bytes of all canvases in the page. */
  canvasBytes(): number;
  nodeCount(): number;
  /** A number that differs when a canvas differs. */
  fingerprint(): number;
  /** Acts without waiting for frames, for the leak check. */
  recolorMany(count: number): Promise<void>;
  remountMany(count: number): Promise<void>;
  /** Work per frame in ms while points are appended ten times a second. */
  stream(seconds: number): Promise<{ work: number[]; between: number[] }>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const ticker = document.createElement('canvas');
ticker.id = 'ticker';
ticker.width = 4;
ticker.height = 4;
const tick = ticker.getContext('2d');
document.body.append(ticker);
let ticks = 0;
/** The next frame. A frame in which nothing changed would be held back to 60 a second, also with the limit off; so a canvas changes in each. */
const frame = (): Promise<number> => {
  tick?.fillRect(ticks % 4, Math.floor(ticks / 4) % 4, 1, 1);
  if (ticks++ % 16 === 15) tick?.clearRect(0, 0, 4, 4);
  return new Promise((resolve) => requestAnimationFrame(resolve));
};
const task = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });

/** Frames before an act: after a rest the next one but one comes late. */
const warmFrames = 5;
/** Milliseconds without a drawing after which a picture is taken to be finished; not counted. */
const quiet = 120;

/** Puts a library on its page, for the runner to drive. */
export function serve<Prepared>(contestant: Contestant<Prepared>): void {
  let options: ChartOptions = { width: 1000, height: 500, lineWidth: 1 };
  let data = makeBenchData(1, 2);
  let prepared: Prepared;
  let root: HTMLElement | null = null;
  let chart: Chart | null = null;
  let hover: Promise<number | null> | null = null;
  let first = NaN;

  const mounted = (): Chart => {
    if (!chart) throw new Error('No chart is mounted.');
    return chart;
  };
  const mount = (): void => {
    root = document.createElement('div');
    root.id = 'chart';
    document.body.append(root);
    chart = contestant.mount(root, prepared, options, data);
  };
  const unmount = (): void => {
    mounted().unmount();
    root?.remove();
    chart = null;
    root = null;
  };
  const twoFrames = async (): Promise<number> => {
    await frame();
    await frame();
    readBack();
    return performance.now();
  };
  /** From the call to two frames later, with a read-back. What draws later is waited for, until nothing more is drawn. */
  const timed = async (work: () => void): Promise<number> => {
    for (let i = 0; i < warmFrames; i++) await frame();
    let seen = contestant.drawnAt?.();
    const start = performance.now();
    let end = start;
    work();
    await Promise.resolve();
    if (!contestant.drawnAt || seen !== contestant.drawnAt()) {
      seen = contestant.drawnAt?.();
      end = await twoFrames();
      first = end - start;
    } else first = (await twoFrames()) - start;
    if (!contestant.drawnAt) return first;
    for (let quietSince = performance.now(); performance.now() - quietSince < (end === start ? 2000 : quiet); ) {
      if (contestant.drawnAt() === seen) {
        await frame();
        continue;
      }
      seen = contestant.drawnAt();
      end = await twoFrames();
      quietSince = end;
    }
    return end - start;
  };

  window.bench = {
    load(size, given) {
      options = given;
      data = makeBenchData(size.runs, size.points);
      const start = performance.now();
      prepared = contestant.prepare(data);
      return performance.now() - start;
    },
    mount: () => timed(mount),
    async unmount() {
      unmount();
      await frame();
      await frame();
    },
    recolorings: () => Object.keys(mounted().recolor),
    recolor: (name, round) => timed(() => mounted().recolor[name]?.(round)),
    toggle: (hidden) => timed(() => mounted().toggle(hidden)),
    zoom: (near) => timed(() => mounted().zoom(near ? middleHalf(data.xDomain) : data.xDomain)),
    smooth: (on) => timed(() => mounted().smooth?.(on)),
    firstFrame: () => first,
    awaitHover() {
      let waiting = true;
      const keepFrames = async (): Promise<void> => {
        while (waiting) await frame();
      };
      void keepFrames();
      hover = new Promise((resolve) => {
        const watch = async (event: PointerEvent): Promise<void> => {
          waiting = false;
          const before = mounted().reading();
          for (const end = performance.now() + 500; performance.now() < end; ) {
            await frame();
            const now = mounted().reading();
            if (now === '' || now === before) continue;
            await frame();
            readBack();
            resolve(performance.now() - event.timeStamp);
            return;
          }
          resolve(null);
        };
        window.addEventListener('pointermove', (event) => void watch(event), { capture: true, once: true });
      });
    },
    hovered: async () => hover,
    reading: () => mounted().reading(),
    canvasBytes: () => charts().reduce((sum, { width, height }) => sum + width * height * 4, 0),
    nodeCount: () => (root ? root.querySelectorAll('*').length : 0),
    fingerprint,
    async recolorMany(count) {
      const ways = Object.values(mounted().recolor);
      for (let i = 0; i < count; i++) {
        ways[i % ways.length]?.(i);
        await (i % 20 === 0 ? frame() : Promise.resolve());
      }
      await frame();
    },
    async remountMany(count) {
      for (let i = 0; i < count; i++) {
        mount();
        await twoFrames();
        await twoFrames();
        unmount();
        await frame();
      }
    },
    async stream(seconds) {
      const work: number[] = [];
      const between: number[] = [];
      let round = 0;
      let last = await frame();
      const end = performance.now() + seconds * 1000;
      let due = performance.now();
      while (performance.now() < end) {
        const now = await frame();
        const start = performance.now();
        between.push(now - last);
        last = now;
        if (now >= due) {
          due = now + 100;
          mounted().append?.(round++);
        }
        await task();
        await task();
        work.push(performance.now() - start);
      }
      return { work, between };
    },
  };
}

function middleHalf([from, to]: readonly [number, number]): [number, number] {
  return [from + (to - from) / 4, to - (to - from) / 4];
}

function charts(): HTMLCanvasElement[] {
  return [...document.querySelectorAll<HTMLCanvasElement>('canvas:not(#ticker)')];
}

function readBack(): void {
  for (const canvas of charts()) {
    if (canvas.width > 0) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
  }
}

function fingerprint(): number {
  let hash = 17;
  for (const canvas of charts()) {
    const context = canvas.getContext('2d');
    if (!context || canvas.width === 0) continue;
    const words = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    for (const word of words) hash = (Math.imul(hash, 31) + word) | 0;
  }
  return hash;
}
