/** Adds up the time in which an engine has something to do; statements at the same time count once. */
export function createClock() {
  let running = 0;
  let since = 0;
  const clock = {
    ms: 0,
    statements: 0,
    measure: async (work) => {
      if (running === 0) since = performance.now();
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) clock.ms += performance.now() - since;
      }
    },
  };
  return clock;
}
