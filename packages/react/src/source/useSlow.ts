import { useEffect, useState } from 'react';

/** How long an answer may take before a person is told, in ms. */
const slowMs = 8000;

/** Whether something has been under way for so long that a person should know. */
export function useSlow(loading: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return;
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [loading]);
  return slow;
}
