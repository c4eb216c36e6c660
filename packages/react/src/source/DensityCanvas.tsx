import { useLayoutEffect, useRef, type CSSProperties, type JSX } from 'react';
import { useMessages } from '../hooks/useMessages.js';
import { fill } from '../messages/fill.js';
import { toPixels } from '../RunLinePlot/pixel-axis.js';
import type { PlotFrame } from '../RunLinePlot/PlotChart.js';
import { useRunhueContext } from '../RunhueContext.js';
import { densityPixels } from './density-pixels.js';
import { useDensity, type AnsweredDensity } from './useDensity.js';

interface DensityCanvasProps {
  readonly metric: string;
  readonly xAxis: string;
  readonly frame: PlotFrame;
}

/** Behind the lines, how many points of all runs lie where, in the buckets' colours. The last picture stays under moved axes until the next. */
export function DensityCanvas({ metric, xAxis, frame }: DensityCanvasProps): JSX.Element {
  const ref = useRef<HTMLCanvasElement>(null);
  const messages = useMessages();
  const source = useRunhueContext().session?.source.abilities.name ?? '';
  const { answer, colors, error, retry } = useDensity(metric, xAxis, frame);
  const columns = answer?.query.window.columns ?? 0;
  const rows = answer?.query.rows ?? 0;
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context || !answer || columns === 0 || rows === 0) return;
    const image = context.createImageData(columns, rows);
    densityPixels({ counts: answer.counts, colors }, new Uint32Array(image.data.buffer));
    context.putImageData(image, 0, 0);
  }, [answer, colors, columns, rows]);
  const place = { left: frame.left, top: frame.top, width: frame.width, height: frame.height };
  return (
    <>
      <div className="runhue-plot-behind" style={place}>
        {answer && <canvas ref={ref} className="runhue-plot-density" width={columns} height={rows} style={placeOf(answer, frame)} aria-hidden="true" />}
      </div>
      {!error && answer?.fidelity === 'sampled' && (
        <p className="runhue-density-trouble" style={{ top: frame.top + 4, insetInlineEnd: 8 }}>
          {fill(messages.sourceDensitySampled, { source })}
        </p>
      )}
      {error && (
        <p className="runhue-density-trouble" role="status" style={{ top: frame.top + 4, insetInlineEnd: 8 }}>
          {fill(messages.sourceNoDensity, { source })}{' '}
          {error.canRetry && (
            <button type="button" className="runhue-link" onClick={retry}>
              {messages.sourceRetry}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Where the cells that were counted lie under the axes of now. */
function placeOf({ query }: AnsweredDensity, { x, y }: PlotFrame): CSSProperties {
  const [left, right] = query.window.domain.map(toPixels(x)) as [number, number];
  const [bottom, top] = query.yDomain.map(toPixels(y)) as [number, number];
  const fits = (query.window.scale ?? 'linear') === x.kind && [left, right, top, bottom].every(Number.isFinite);
  return fits ? { left, top, width: right - left, height: bottom - top } : { display: 'none' };
}
