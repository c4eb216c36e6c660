import { colorAt, isToggled, nearestLine, type BenchData } from '../bench-data.js';
import { serve } from '../page.js';
import { createTip } from '../tip.js';

const margin = { left: 50, right: 10, top: 10, bottom: 30 };

interface Columns {
  readonly first: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
  readonly last: Float32Array;
}

/** What strokes on a canvas can do at best: decimated to pixel columns, one path per colour; no axes. */
serve<BenchData>({
  prepare: (data) => data,
  mount(root, data, { width, height, lineWidth }) {
    const ratio = devicePixelRatio;
    const canvas = document.createElement('canvas');
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    root.append(canvas);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas context.');
    const plotWidth = width - margin.left - margin.right;
    const plotHeight = height - margin.top - margin.bottom;
    const columnCount = Math.round(plotWidth * ratio);
    let xDomain = data.xDomain;
    let round = 0;
    let hidden = false;
    let columns: Columns[] = [];

    const toY = (value: number): number => margin.top + plotHeight * (1 - (value - data.yDomain[0]) / (data.yDomain[1] - data.yDomain[0]));
    const reduce = (): void => {
      columns = data.ys.map((y) => columnsOf(y, xDomain, columnCount));
    };
    const draw = (): void => {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.lineWidth = lineWidth;
      const paths = new Map<string, Path2D>();
      columns.forEach((line, i) => {
        if (hidden && isToggled(i)) return;
        const color = colorAt(i, round);
        let path = paths.get(color);
        if (!path) paths.set(color, (path = new Path2D()));
        trace(path, line);
      });
      for (const [color, path] of paths) {
        context.strokeStyle = color;
        context.stroke(path);
      }
    };
    const trace = (path: Path2D, { first, low, high, last }: Columns): void => {
      let begun = false;
      for (let column = 0; column < columnCount; column++) {
        const start = first[column] ?? NaN;
        if (Number.isNaN(start)) continue;
        const x = margin.left + (column + 0.5) / ratio;
        if (begun) path.lineTo(x, toY(start));
        else path.moveTo(x, toY(start));
        begun = true;
        let before = start;
        for (const next of [low[column] ?? NaN, high[column] ?? NaN, last[column] ?? NaN]) {
          if (next !== before) path.lineTo(x, toY(next));
          before = next;
        }
      }
    };

    reduce();
    draw();
    const tip = createTip(root);
    canvas.addEventListener('mousemove', ({ offsetX, offsetY }) => {
      const at = (offsetX - margin.left) / plotWidth;
      const index = Math.round(xDomain[0] + at * (xDomain[1] - xDomain[0]));
      const y = data.yDomain[0] + (1 - (offsetY - margin.top) / plotHeight) * (data.yDomain[1] - data.yDomain[0]);
      const line = nearestLine(data, index, y, (candidate) => !(hidden && isToggled(candidate)));
      if (line < 0) tip.hide();
      else tip.show(offsetX, offsetY, `run ${line}: ${data.ys[line]?.[index]} at ${index}`);
    });
    return {
      recolor: {
        colors(next) {
          round = next;
          draw();
        },
      },
      toggle(next) {
        hidden = next;
        draw();
      },
      zoom(next) {
        xDomain = next;
        reduce();
        draw();
      },
      reading: tip.reading,
      unmount: () => canvas.remove(),
    };
  },
});

function columnsOf(y: Float64Array, [from, to]: readonly [number, number], count: number): Columns {
  const first = new Float32Array(count).fill(NaN);
  const low = new Float32Array(count);
  const high = new Float32Array(count);
  const last = new Float32Array(count);
  const scale = (count - 1) / (to - from);
  for (let i = Math.ceil(from); i <= to; i++) {
    const column = Math.round((i - from) * scale);
    const value = y[i] ?? NaN;
    if (Number.isNaN(first[column] ?? NaN)) {
      first[column] = low[column] = high[column] = value;
    } else {
      if (value < (low[column] ?? NaN)) low[column] = value;
      if (value > (high[column] ?? NaN)) high[column] = value;
    }
    last[column] = value;
  }
  return { first, low, high, last };
}
