let ruler: CanvasRenderingContext2D | null = null;

/** A colour token where an element stands, as `#rrggbb` whatever an app wrote (names, rgb(), short hex); black when it is no colour. */
export function readToken(element: Element, name: `--runhue-${string}`): string {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return '#000000';
  ruler.fillStyle = '#000000';
  ruler.fillStyle = getComputedStyle(element).getPropertyValue(name).trim();
  return ruler.fillStyle;
}
