import { useEffect, useState } from 'preact/hooks';

/** A value once it has stayed the same for some milliseconds; the first one at once. */
export function useDebounced<T>(value: T, quiet_ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quiet_ms);
    return () => clearTimeout(timer);
  }, [value, quiet_ms]);
  return settled;
}
