/**
 * One remembered step of a derivation: while the inputs are the same, so is the result.
 * Like `useMemo`, but shared by all components of a provider.
 */
export type Stage<Result> = (inputs: readonly unknown[], compute: () => Result) => Result;

export function createStage<Result>(): Stage<Result> {
  let last: { inputs: readonly unknown[]; result: Result } | null = null;
  return (inputs, compute) => {
    const before = last;
    if (before && inputs.every((input, i) => Object.is(input, before.inputs[i]))) return before.result;
    const result = compute();
    last = { inputs, result };
    return result;
  };
}
