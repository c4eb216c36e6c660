/** What a drag does. */
export interface PointerFollower {
  move(clientX: number, clientY: number): void;
  end(): void;
  /** Escape, or the system, takes the drag back. */
  cancel(): void;
}

/** Follows a pressed pointer wherever it goes until it is let go; Escape takes everything back. */
export function followPointer({ pointerId, view }: globalThis.PointerEvent, { move, end, cancel }: PointerFollower): void {
  const page = view ?? window;
  const listening = new AbortController();
  const on = { signal: listening.signal };
  const finish = (): void => {
    listening.abort();
    end();
  };
  const takeBack = (): void => {
    cancel();
    finish();
  };
  page.addEventListener('pointermove', (event) => event.pointerId === pointerId && move(event.clientX, event.clientY), on);
  page.addEventListener('pointerup', (event) => event.pointerId === pointerId && finish(), on);
  page.addEventListener('pointercancel', takeBack, on);
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      takeBack();
    },
    { ...on, capture: true },
  );
}
