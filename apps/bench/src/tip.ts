/** A plain tooltip for libraries that leave it to the app. */
export interface Tip {
  readonly element: HTMLElement;
  show(left: number, top: number, text: string): void;
  hide(): void;
  reading(): string;
}

export function createTip(root: HTMLElement): Tip {
  const element = document.createElement('div');
  element.className = 'tip';
  element.hidden = true;
  root.append(element);
  return {
    element,
    show(left, top, text) {
      element.hidden = false;
      element.style.transform = `translate(${left + 70}px, ${top}px)`;
      element.style.left = '0';
      element.style.top = '0';
      element.textContent = text;
    },
    hide: () => (element.hidden = true),
    reading: () => (element.hidden ? '' : `${element.textContent} ${element.style.transform}`),
  };
}
