import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { colorAt, isToggled } from '../bench-data.js';
import { serve } from '../page.js';
import { createTip } from '../tip.js';

/** As its docs advise for many lines: no legend, no points, one cursor point, focus by proximity, changes in a batch. */
serve<uPlot.AlignedData>({
  prepare: ({ x, ys }) => [x, ...ys],
  mount(root, prepared, { width, height, lineWidth }, data) {
    let round = 0;
    const tip = createTip(root);
    let focused: number | null = null;
    const plot = new uPlot(
      {
        width,
        height,
        scales: { x: { time: false } },
        legend: { show: false },
        cursor: { focus: { prox: 30 }, points: { one: true }, drag: { setScale: false } },
        focus: { alpha: 1 },
        series: [
          {},
          ...data.ys.map((_, line) => ({
            label: `run ${line}`,
            stroke: () => colorAt(line, round),
            width: lineWidth,
            points: { show: false },
          })),
        ],
        hooks: {
          setSeries: [(_, index) => (focused = index)],
          setCursor: [
            (self) => {
              const { idx, left = 0, top = 0 } = self.cursor;
              const value = focused === null || idx == null ? null : self.data[focused]?.[idx];
              if (value == null || left < 0) tip.hide();
              else tip.show(left, top, `run ${(focused ?? 0) - 1}: ${value} at ${idx}`);
            },
          ],
        },
      },
      prepared,
      root,
    );
    root.append(tip.element);
    return {
      recolor: {
        colors(next) {
          round = next;
          plot.redraw(false);
        },
      },
      toggle: (hidden) =>
        plot.batch(() => {
          for (let line = 0; line < data.runCount; line++) if (isToggled(line)) plot.setSeries(line + 1, { show: !hidden });
        }),
      zoom: ([min, max]) => plot.setScale('x', { min, max }),
      reading: tip.reading,
      unmount: () => plot.destroy(),
    };
  },
});
