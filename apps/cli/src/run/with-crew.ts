import { type Crew, openCrew } from '@projecta/home';

/** Starts a thread with these plug-ins, does `work` with it, and ends it: what computes leaves this thread free for Ctrl-C. */
export async function withCrew<T>(plugins: readonly string[], work: (crew: Crew) => Promise<T>): Promise<T> {
  const crew = openCrew({ threads: 1, plugins });
  try {
    return await work(crew);
  } finally {
    await crew.end();
  }
}
