import { type Home, homeIfThere, type KeptRun, keptRun, openHome, type Settings } from '@projecta/home';

/** Opens the home, does `work` in it, and closes it. */
export async function withHome<T>(settings: Settings, work: (home: Home) => Promise<T>): Promise<T> {
  return closing(await openHome(settings), work);
}

/** The same with null where no home has been made: what only reads makes none. */
export async function withHomeIfThere<T>(settings: Settings, work: (home: Home | null) => Promise<T>): Promise<T> {
  return closing(await homeIfThere(settings), work);
}

/** The run or sweep of a hash, of the beginning of one, or in a folder. Throws what finding it throws. */
export async function keptRunOf(settings: Settings, hashOrFolder: string): Promise<KeptRun> {
  if (!isHash(hashOrFolder)) return keptRun(null, hashOrFolder); // a folder is readable whatever the state of the home
  return withHomeIfThere(settings, (home) => keptRun(home, hashOrFolder));
}

/** Whether this may be a hash or the beginning of one. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{8,64}$/.test(text);
}

async function closing<T, H extends Home | null>(home: H, work: (home: H) => Promise<T>): Promise<T> {
  try {
    return await work(home);
  } finally {
    await home?.close();
  }
}
