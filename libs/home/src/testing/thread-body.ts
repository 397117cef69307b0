/** The compiled body of a thread: threads run without the transformation that specs are read through, so the library is built before. */
export const THREAD_BODY = new URL('../../dist/crew/thread.js', import.meta.url);
