import { useEffect, type RefObject } from 'react';
import { useLatest } from '../hooks/useEqual.js';
import { fromPixels } from './pixel-axis.js';
import type { PlotFrame } from './PlotChart.js';
import { zoomAround } from './plot-zoom.js';
import type { PlotView } from './usePlotView.js';

export interface WheelZoomOptions {
  readonly frame: PlotFrame;
  readonly wholeX: readonly [number, number];
  readonly view: PlotView;
}

/** Wheel with Ctrl or Cmd, and pinch on a touch pad (which browsers report as that), zooms x around the pointer. A bare wheel scrolls the page. */
export function useWheelZoom(surface: RefObject<HTMLElement | null>, options: WheelZoomOptions): void {
  const latest = useLatest(options);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let turned = 0;
    let request = 0;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turned += event.deltaY * (event.deltaMode === 1 ? 16 : 1);
      const left = event.clientX - element.getBoundingClientRect().left;
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const { frame, wholeX, view } = latest.current;
        view.setWindow(zoomAround(frame, wholeX, fromPixels(frame.x)(left), Math.exp(turned / 300)));
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
