let ruler: CanvasRenderingContext2D | null = null;

/** A colour token where an element stands, as `#rrggbb` whatever an app wrote (names, rgb(), short hex); black when it is no colour. */
export function readToken(element: Element, name: `--runhue-${string}`): string {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return '#000000';
  ruler.fillStyle = '#000000';
  ruler.fillStyle = getComputedStyle(element).getPropertyValue(name).trim();
  return ruler.fillStyle;
}

interface KeptTokens {
  readonly theme: string;
  readonly scene: object;
  readonly values: Map<string, string>;
}

const kept = new WeakMap<Element, KeptTokens>();

/** The same, read anew only for another theme or scene: reading has the page's style computed, and a change of colours needs none. */
export function keepToken(element: Element, name: `--runhue-${string}`, theme: string, scene: object): string {
  let tokens = kept.get(element);
  if (tokens?.theme !== theme || tokens.scene !== scene) kept.set(element, (tokens = { theme, scene, values: new Map() }));
  let value = tokens.values.get(name);
  if (value === undefined) tokens.values.set(name, (value = readToken(element, name)));
  return value;
}
