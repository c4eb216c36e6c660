/** The value of a custom property where an element stands, as a canvas takes it. */
export function readToken(element: Element, name: `--runhue-${string}`): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}
