import { Chart, Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { colorAt, isToggled } from '../bench-data.js';
import { serve } from '../page.js';

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** As its docs advise for performance: no parsing, normalized data, min–max decimation, no animation, straight lines, no points. */
serve<Point[][]>({
  prepare: ({ x, ys }) => ys.map((y) => Array.from(x, (value, i) => ({ x: value, y: y[i] ?? NaN }))),
  mount(root, prepared, { width, height, lineWidth }, data) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    root.append(canvas);
    const chart = new Chart(canvas, {
      type: 'line',
      data: {
        datasets: prepared.map((points, line) => ({
          label: `run ${line}`,
          data: points,
          borderColor: colorAt(line, 0),
          borderWidth: lineWidth,
          pointRadius: 0,
          pointHitRadius: 0,
        })),
      },
      options: {
        responsive: false,
        animation: false,
        parsing: false,
        normalized: true,
        spanGaps: true,
        interaction: { mode: 'nearest', axis: 'xy', intersect: false },
        scales: { x: { type: 'linear', min: data.xDomain[0], max: data.xDomain[1] }, y: { type: 'linear' } },
        plugins: { decimation: { enabled: true, algorithm: 'min-max' }, tooltip: { enabled: true } },
      },
    });
    return {
      recolor: {
        colors(round) {
          chart.data.datasets.forEach((dataset, line) => (dataset.borderColor = colorAt(line, round)));
          chart.update('none');
        },
      },
      toggle(hidden) {
        for (let line = 0; line < data.runCount; line++) if (isToggled(line)) chart.setDatasetVisibility(line, !hidden);
        chart.update('none');
      },
      zoom([min, max]) {
        const x = chart.options.scales?.['x'];
        if (x) Object.assign(x, { min, max });
        chart.update('none');
      },
      reading() {
        const { tooltip } = chart;
        const item = tooltip?.opacity ? tooltip.dataPoints?.[0] : undefined;
        return item ? `${item.datasetIndex} ${item.dataIndex}` : '';
      },
      unmount: () => chart.destroy(),
    };
  },
});
