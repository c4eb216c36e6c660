import { useRunhueContext } from '../RunhueContext.js';

/** How many runs there are, hidden ones too: those given to the kit, or all of the source. 0 before a source has said. */
export function useRunCount(): number {
  const { runSet, answers } = useRunhueContext();
  return answers ? (answers.column?.runIds.length ?? 0) : runSet.runs.length;
}
