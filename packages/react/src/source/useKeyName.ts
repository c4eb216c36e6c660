import { parseKeyId, type KeyId } from '@runhue/core';
import { useRunhueContext } from '../RunhueContext.js';

/** A Key's display name, whether or not it is in the catalogue's first page. */
export function useKeyName(): (keyId: KeyId) => string {
  const { keyLabels } = useRunhueContext();
  return (keyId) => {
    const name = parseKeyId(keyId)?.name ?? keyId;
    const label = [keyId, name].find((known) => keyLabels && Object.hasOwn(keyLabels, known));
    return (label !== undefined && keyLabels?.[label]) || name;
  };
}
