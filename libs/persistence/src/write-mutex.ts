/** Runs works one after another, in the order they came; one that fails does not stop the next. */
export type WriteMutex = <T>(work: () => Promise<T>) => Promise<T>;

/** A mutex of its own. A work must not wait for another work of the same mutex: it would wait for itself. */
export function writeMutex(): WriteMutex {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
