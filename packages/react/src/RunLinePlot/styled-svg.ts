/** A copy of the chart's SVG with its colours and fonts written out, since a picture sees no style sheet. Sizes in CSS px. */
export function styledSvg(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const name of ['class', 'role', 'tabindex', 'style', 'aria-hidden']) copy.removeAttribute(name);
  const originals = chart.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const original = originals[i];
    if (!original) return;
    const { fill, stroke, strokeWidth, strokeDasharray, fontFamily, fontSize, fontWeight } = getComputedStyle(original);
    element.setAttribute('fill', fill);
    element.setAttribute('stroke', stroke);
    element.setAttribute('stroke-width', strokeWidth);
    if (strokeDasharray !== 'none') element.setAttribute('stroke-dasharray', strokeDasharray);
    if (original.tagName === 'text') element.setAttribute('style', `font-family: ${fontFamily}; font-size: ${fontSize}; font-weight: ${fontWeight}`);
  });
  return copy;
}
