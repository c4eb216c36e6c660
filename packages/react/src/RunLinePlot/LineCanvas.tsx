import type { RunId } from '@runhue/core';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, type JSX, type NamedExoticComponent } from 'react';
import { useEqual } from '../hooks/useEqual.js';
import { useTheme } from '../hooks/useTheme.js';
import { rememberDrawn } from './drawn-plots.js';
import { useLineColors, useLineVisibility, useStandingOut } from './groups/useLineSubjects.js';
import { lineLooks } from './line-looks.js';
import type { LinePainter, LineScene } from './line-painter.js';
import { withBaseline } from './plot-baseline.js';
import type { PlotLine } from './plot-line.js';
import { canvasStyle, pictureStyle } from './plot-scene.js';
import { keepToken } from './theme-token.js';

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
  const colors = useLineColors(lines);
  const isVisible = useLineVisibility(lines);
  const highlighted = useStandingOut(lines);
  const theme = useTheme();
  const withRaw = scene.lines.length > lines.length;
  // Runs that grow without moving an edge leave every look as it was: nothing is painted for them.
  const looks = useEqual(
    useMemo(() => lineLooks(lines, { colors, isVisible, highlighted, withRaw }), [lines, colors, isVisible, highlighted, withRaw]),
  );

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
