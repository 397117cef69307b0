import { useCallback, useState } from 'preact/hooks';

/** The places whose errors are shown by a field, as fields come and go. */
export function useClaims(): { readonly claimed: readonly string[]; readonly claim: (pointer: string) => () => void } {
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const claim = useCallback((pointer: string) => {
    setClaimed((last) => [...last, pointer]);
    return () =>
      setClaimed((last) => {
        const at = last.indexOf(pointer);
        return last.filter((_each, index) => index !== at);
      });
  }, []);
  return { claimed, claim };
}
