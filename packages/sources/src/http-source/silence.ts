/** Tells when nothing has been heard for a time. */
export interface SilenceTimer {
  heard(): void;
  stop(): void;
}

export function createSilenceTimer(timeoutMs: number, onSilence: () => void): SilenceTimer {
  let timer = setTimeout(onSilence, timeoutMs);
  let isStopped = false;
  return {
    heard: () => {
      clearTimeout(timer);
      if (!isStopped) timer = setTimeout(onSilence, timeoutMs);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
