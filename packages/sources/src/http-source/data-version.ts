/** The state of the data that the server named last. */
export interface DataVersion {
  /** The number of a request that is sent now. */
  nextRequest(): number;
  /** What the answer to a request said; that to an older request than the last one that told changes nothing. */
  told(request: number, version: string | null): void;
  current(): string | null;
}

export function createDataVersion(onChange: () => void): DataVersion {
  let requests = 0;
  let newest = -1;
  let version: string | null = null;
  return {
    nextRequest: () => requests++,
    told: (request, next) => {
      if (request < newest) return;
      const isFirst = newest < 0;
      const isOther = next !== version;
      newest = request;
      version = next;
      if (isOther && !isFirst) onChange();
    },
    current: () => version,
  };
}
