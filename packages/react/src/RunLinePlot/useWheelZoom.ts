import { useEffect, type RefObject } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { fromPixels } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import { zoomAround } from './plot-zoom.js';
import type { PlotView } from './usePlotView.js';
import type { YZoom } from './useYZoom.js';

export interface WheelZoomOptions {
  readonly frame: PlotFrame;
  readonly wholeX: readonly [number, number];
  readonly wholeY: readonly [number, number];
  readonly view: PlotView;
  readonly yZoom: YZoom;
}

/** Wheel with Ctrl or Cmd, and pinch on a touch pad (which browsers report as that), zooms x around the pointer; with Alt, y. A bare wheel scrolls the page. */
export function useWheelZoom(surface: RefObject<HTMLElement | null>, options: WheelZoomOptions): void {
  const latest = useLatest(options);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let turned = 0;
    let request = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
      event.preventDefault();
      turned += event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      const box = element.getBoundingClientRect();
      const [left, top] = [event.clientX - box.left, event.clientY - box.top];
      const { altKey } = event;
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const { frame, wholeX, wholeY, view, yZoom } = latest.current;
        const factor = Math.exp(turned / 300);
        if (altKey) yZoom.setWindow(zoomAround(frame.y, wholeY, fromPixels(frame.y)(top), factor));
        else view.setWindow(zoomAround(frame.x, wholeX, fromPixels(frame.x)(left), factor));
        turned = 0;
      });
    };
    // React's own wheel handlers are passive and could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      cancelAnimationFrame(request);
      element.removeEventListener('wheel', onWheel);
    };
  }, [surface, latest]);
}
