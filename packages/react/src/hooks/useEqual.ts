import { useInsertionEffect, useRef, type RefObject } from 'react';
import { sameContent } from '../store/same-content.js';

/** The first of equal values: an object written inline keeps its identity while its content is the same. */
export function useEqual<Value>(value: Value): Value {
  const ref = useRef(value);
  if (!sameContent(ref.current, value)) ref.current = value;
  return ref.current;
}

/** A ref to the newest value, for callbacks that must not change with it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useInsertionEffect(() => {
    ref.current = value;
  });
  return ref;
}
