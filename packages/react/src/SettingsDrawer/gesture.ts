let count = 0;

/** A name for a new gesture: the changes that carry it are one undo step. */
export function newGesture(what: string): string {
  count += 1;
  return `${what}:${count}`;
}
