/** The only error that the kit's own functions throw: a caller's mistake, said with the value and the way out. */
export class RunhueError extends Error {
  override readonly name = 'RunhueError';
}
