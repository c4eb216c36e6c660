import type { RunId } from '@runhue/core';
import { memo, useEffect, useLayoutEffect, useRef, type JSX, type NamedExoticComponent } from 'react';
import { useTheme } from '../hooks/useTheme.js';
import { rememberDrawn } from './drawn-plots.js';
import type { LinePainter, LineScene } from './line-painter.js';
import { withBaseline } from './plot-baseline.js';
import type { PlotLine } from './plot-line.js';
import { canvasStyle, pictureStyle } from './plot-scene.js';
import { keepToken } from './theme-token.js';
import { useLineLooks } from './useLineLooks.js';

interface LineCanvasProps {
  readonly lines: readonly PlotLine[];
  readonly scene: LineScene;
  readonly painter: LinePainter;
  /** The run that others are compared with. */
  readonly baseline: RunId | undefined;
  /** The scene of the picture that is shown; null before the first. */
  readonly shown: LineScene | null;
  readonly onPainted: (scene: LineScene) => void;
  readonly onProgress: (share: number) => void;
}

/** The canvas with the lines. Follows colours, visibility and highlight by itself, so that none of them re-renders the chart. */
export const LineCanvas: NamedExoticComponent<LineCanvasProps> = memo(function LineCanvas(props: LineCanvasProps): JSX.Element {
  const { lines, scene, painter, baseline, shown, onPainted, onProgress } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const looks = useLineLooks(lines, scene.lines.length > lines.length);

  useLayoutEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const surroundings = { dim: keepToken(canvas, '--runhue-dim', theme, scene), background: keepToken(canvas, '--runhue-card', theme, scene) };
    const index = baseline === undefined ? -1 : lines.findIndex(({ runId }) => runId === baseline);
    const drawn = index < 0 ? looks : withBaseline(looks, index, keepToken(canvas, '--runhue-text', theme, scene));
    painter.paint({ canvas, scene, looks: drawn, surroundings, onPainted: () => onPainted(scene), onProgress });
    rememberDrawn(canvas, { painter, scene, looks: drawn, dim: surroundings.dim });
  }, [painter, lines, scene, looks, baseline, theme, onPainted, onProgress]);
  useEffect(() => () => painter.cancel(), [painter]);

  return (
    <div className="runhue-plot-picture" style={canvasStyle(scene)}>
      <canvas ref={ref} className="runhue-plot-lines" style={pictureStyle(shown, scene)} aria-hidden="true" />
    </div>
  );
});
