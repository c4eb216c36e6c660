import { fitCanvas } from './fit-canvas.js';
import { createLinePath, type LinePath } from './line-path.js';
import type { LineLook, LinePainter, LineScene } from './line-painter.js';
import { nearestLine } from './nearest-line.js';
import { strokeLine } from './stroke-line.js';

/** A painter that strokes paths, from the lowest layer up. Paths are kept while the scene stays the same. */
export function createStrokePainter(canvas: HTMLCanvasElement): LinePainter {
  let scene: LineScene | null = null;
  let paths: (LinePath | undefined)[] = [];
  let painted: readonly number[] = [];
  return {
    setScene(next) {
      scene = next;
      paths = [];
    },
    paint(looks) {
      const context = scene && fitCanvas(canvas, scene);
      if (!scene || !context) return;
      const { lines, lineWidth } = scene;
      painted = drawOrder(looks, scene.order);
      for (const index of painted) {
        const line = lines[index];
        const look = looks[index];
        if (line && look) strokeLine(context, (paths[index] ??= createLinePath(line, scene)), look, lineWidth);
      }
    },
    nearest: (x, y, reach) => scene && nearestLine(scene, painted, x, y, reach),
  };
}

function drawOrder(looks: readonly (LineLook | null)[], keys: readonly number[]): number[] {
  const order = [...looks.keys()].filter((index) => looks[index]);
  return order.sort((a, b) => (looks[a]?.layer ?? 0) - (looks[b]?.layer ?? 0) || (keys[a] ?? 0) - (keys[b] ?? 0));
}
