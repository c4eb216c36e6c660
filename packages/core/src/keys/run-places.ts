import { hashId } from '../colors/hash-id.js';
import type { RunId } from '../run/run.js';

/** Where each run of a list stands. */
export interface RunPlaces {
  /** `hashId` of each id, in the list's order. */
  readonly hashes: Uint32Array;
  /** Place of a run in the list (of equal ids the last), −1 for an unknown id. */
  placeOf(runId: RunId): number;
}

const remembered = new WeakMap<readonly RunId[], RunPlaces>();

/** Runs that are looked at between two steps. */
const runsPerStep = 16_384;

/** Where each run of a list stands; remembered by list, which must not change afterwards. */
export function runPlaces(runIds: readonly RunId[]): RunPlaces {
  const known = remembered.get(runIds);
  if (known) return known;
  const steps = runPlacesSteps(runIds);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `runPlaces` in steps of about a millisecond, for lists of a million runs. */
export function* runPlacesSteps(runIds: readonly RunId[]): Generator<void, RunPlaces, void> {
  const known = remembered.get(runIds);
  if (known) return known;
  const hashes = new Uint32Array(runIds.length);
  // Open addressing: a place is stored at its hash's slot or the next free one, as place + 1.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * runIds.length))));
  const mask = slots.length - 1;
  for (let place = 0; place < runIds.length; place += 1) {
    if (place % runsPerStep === runsPerStep - 1) yield;
    const id = runIds[place] ?? '';
    const hash = hashId(id);
    hashes[place] = hash;
    slots[findSlot(id, hash)] = place + 1;
  }

  function findSlot(id: RunId, hash: number): number {
    let slot = spread(hash) & mask;
    for (;;) {
      const taken = slots[slot] ?? 0;
      if (taken === 0 || (hashes[taken - 1] === hash && runIds[taken - 1] === id)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  const places: RunPlaces = { hashes, placeOf: (runId) => (slots[findSlot(runId, hashId(runId))] ?? 0) - 1 };
  remembered.set(runIds, places);
  return places;
}

/** Mixes the high bits into the low ones, which choose the slot (the finalizer of MurmurHash3, shortened). */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
