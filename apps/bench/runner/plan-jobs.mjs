const sizes = ['10x1000', '100x1000', '1000x1000', '100x10000', '1000x10000', '10000x1000'];

/** Points beyond which a library is left out of the default run, and of the full one, as it would take minutes or the memory. */
const limits = {
  runhue: [Infinity, Infinity],
  uplot: [Infinity, Infinity],
  floor: [Infinity, Infinity],
  echarts: [1e6, 1e7],
  chartjs: [1e5, 1e7],
  visx: [1e5, 1e7],
  recharts: [1e5, 1e6],
};

/** What to measure, largest last: a default that ends in minutes, all with `--full`, a part by flags. */
export function planJobs(flags) {
  const list = (text, all) => (text ? text.split(',') : all);
  const contestants = list(flags.only, Object.keys(limits));
  const widths = list(flags.widths, flags.full ? ['1', '1.5'] : ['1']).map(Number);
  const ratios = list(flags.ratios, flags.full ? ['1', '2'] : ['1']).map(Number);
  const samples = Number(flags.samples ?? 5);
  const unknown = contestants.filter((name) => !(name in limits));
  if (unknown.length > 0) throw new Error(`No contestant "${unknown[0]}": choose among ${Object.keys(limits).join(', ')}.`);
  return ratios.flatMap((pixelRatio) =>
    widths.flatMap((lineWidth) =>
      list(flags.sizes, sizes).flatMap((size) => {
        const [runs, points] = size.split('x').map(Number);
        return contestants
          .filter((name) => flags.only || runs * points <= limits[name][flags.full ? 1 : 0])
          .map((contestant) => ({ contestant, runs, points, lineWidth, pixelRatio, samples, seconds: flags.full ? 50 : 20, timeout: 60 }));
      }),
    ),
  );
}
