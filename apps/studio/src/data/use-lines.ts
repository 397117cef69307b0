import { useEffect, useState } from 'preact/hooks';
import { fileFacts } from './file-facts.js';
import { linesOf } from './problem-place.js';

/** Texts longer than this are not read to show their lines. */
const LONGEST_BYTES = 50_000_000;

/** The lines of a text file; undefined until they are read, and for what is no text. */
export function useLines(file: File): readonly string[] | undefined {
  const [lines, setLines] = useState<readonly string[]>();
  useEffect(() => {
    let isWanted = true;
    setLines(undefined);
    const { isText } = fileFacts(file.name);
    if (isText && file.size <= LONGEST_BYTES) void file.text().then((text) => isWanted && setLines(linesOf(text)));
    return () => {
      isWanted = false;
    };
  }, [file]);
  return lines;
}
