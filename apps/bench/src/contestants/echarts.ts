import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { colorAt, isToggled, nearestLine } from '../bench-data.js';
import { serve } from '../page.js';

register([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface TooltipItem {
  readonly dataIndex: number;
}

/** As its docs advise for many points: typed arrays, LTTB sampling, no symbols, no animation; the tooltip of an axis, with the nearest line. */
serve<Float64Array[]>({
  prepare: ({ x, ys }) =>
    ys.map((y) => {
      const flat = new Float64Array(2 * x.length);
      x.forEach((value, i) => {
        flat[2 * i] = value;
        flat[2 * i + 1] = y[i] ?? NaN;
      });
      return flat;
    }),
  mount(root, prepared, { width, height, lineWidth }, data) {
    let hiddenNow = false;
    let pointerY = 0;
    const chart = init(root, null, { width, height, renderer: 'canvas' });
    chart.getZr().on('mousemove', (event) => {
      pointerY = event.offsetY;
    });
    chart.setOption({
      animation: false,
      grid: { left: 50, right: 10, top: 10, bottom: 30 },
      xAxis: { type: 'value', min: data.xDomain[0], max: data.xDomain[1] },
      yAxis: { type: 'value' },
      tooltip: {
        trigger: 'axis',
        transitionDuration: 0,
        axisPointer: { animation: false },
        formatter: (items: TooltipItem | readonly TooltipItem[]) => {
          const index = (Array.isArray(items) ? items[0]?.dataIndex : undefined) ?? 0;
          const y = chart.convertFromPixel({ yAxisIndex: 0 }, pointerY);
          const line = nearestLine(data, index, Number(y), (candidate) => !(hiddenNow && isToggled(candidate)));
          return `run ${line}: ${data.ys[line]?.[index]} at ${index}`;
        },
      },
      series: prepared.map((flat, line) => seriesOf(line, flat, colorAt(line, 0), lineWidth)),
    });
    return {
      recolor: { colors: (round) => chart.setOption({ series: data.ys.map((_, line) => ({ lineStyle: { color: colorAt(line, round) } })) }) },
      toggle(hidden) {
        hiddenNow = hidden;
        chart.setOption({ series: prepared.map((flat, line) => ({ data: hidden && isToggled(line) ? [] : flat })) });
      },
      zoom: ([min, max]) => chart.setOption({ xAxis: { min, max } }),
      reading: () => readTip(root),
      unmount: () => chart.dispose(),
    };
  },
});

function seriesOf(line: number, data: Float64Array, color: string, width: number): object {
  return {
    id: String(line),
    name: `run ${line}`,
    type: 'line',
    data,
    dimensions: ['x', 'y'],
    showSymbol: false,
    sampling: 'lttb',
    lineStyle: { color, width },
    emphasis: { disabled: true },
    silent: true,
  };
}

function readTip(root: HTMLElement): string {
  const tip = root.querySelector<HTMLElement>('div[style*="pointer-events"]');
  return !tip || tip.style.visibility === 'hidden' || tip.style.opacity === '0' ? '' : `${tip.textContent} ${tip.style.transform}`;
}

