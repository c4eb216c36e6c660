/**
 * Where a gap is narrower than a column, the column holds several pieces of a line. The spans keep the last of them; the
 * others are listed apart, five numbers each, by column and in the order of x: column, lowest y, highest y, total variation, their places.
 */
export const PIECE_STRIDE = 5;

interface Piece {
  lo: number;
  hi: number;
  tv: number;
  place: number;
}

/** Joins the pieces of the last column that overlap or lie closer than `closeBy`, in place. */
export function mergePieces(pieces: number[], column: number, closeBy: number): void {
  let start = pieces.length;
  while (start > 0 && pieces[start - PIECE_STRIDE] === column) start -= PIECE_STRIDE;
  const ofColumn: Piece[] = [];
  for (let k = start; k < pieces.length; k += PIECE_STRIDE) {
    ofColumn.push({ lo: pieces[k + 1]!, hi: pieces[k + 2]!, tv: pieces[k + 3]!, place: pieces[k + 4]! });
  }
  // The first piece may be joined to the column before, so it stays itself.
  const first = ofColumn.shift();
  ofColumn.sort((a, b) => a.lo - b.lo || a.hi - b.hi);
  const merged = first === undefined ? [] : [first];
  let last: Piece | null = null;
  for (const piece of ofColumn) {
    if (last !== null && piece.lo - last.hi <= closeBy) {
      last.hi = Math.max(last.hi, piece.hi);
      last.tv = Math.max(last.hi - last.lo, last.tv + piece.tv);
    } else {
      last = { ...piece };
      merged.push(last);
    }
  }
  pieces.length = start;
  for (const { lo, hi, tv, place } of merged) pieces.push(column, lo, hi, tv, place);
}
