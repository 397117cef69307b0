/** Serialized answers by what was asked for, at most so many bytes of them. */
export interface AnswerCache {
  get(key: string): Buffer | undefined;
  put(key: string, answer: Buffer): void;
  clear(): void;
}

/** A cache that lets go of what was put in first. */
export function answerCache(mostBytes: number): AnswerCache {
  const answers = new Map<string, Buffer>();
  let bytes = 0;

  return {
    get: (key) => answers.get(key),
    put(key, answer) {
      if (answers.has(key) || answer.length > mostBytes) return;
      answers.set(key, answer);
      bytes += answer.length;
      for (const [oldest, { length }] of answers) {
        if (bytes <= mostBytes) return;
        answers.delete(oldest);
        bytes -= length;
      }
    },
    clear() {
      answers.clear();
      bytes = 0;
    },
  };
}
