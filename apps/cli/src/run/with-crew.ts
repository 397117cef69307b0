import { type Crew, openCrew } from '@projecta/home';

export interface CrewWanted {
  readonly plugins: readonly string[];
  /** How many may compute at one time: one starts at once, the others when there are trials to help with. */
  readonly threads: number;
}

/** Starts a thread with these plug-ins, does `work` with it, and ends it: what computes leaves this thread free for Ctrl-C. */
export async function withCrew<T>({ plugins, threads }: CrewWanted, work: (crew: Crew) => Promise<T>): Promise<T> {
  const crew = openCrew({ threads, warm: 1, plugins });
  try {
    return await work(crew);
  } finally {
    await crew.end();
  }
}
