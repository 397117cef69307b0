import type { Terminal } from './terminal.js';

/** Told how far a stage has come. */
export type ShowProgress = (progress: { readonly stage: string; readonly done: number; readonly total: number }) => void;

export interface ProgressBar {
  readonly show: ShowProgress;
  /** Clears the bar; it is not shown again. */
  stop(): void;
}

const LABELS: Readonly<Record<string, string>> = { data: 'reading candles', metrics: 'metrics', artifacts: 'writing artifacts' };

/** A bar on stderr where someone watches it, else nothing. */
export async function progressBar({ isWatched, noteColor }: Terminal): Promise<ProgressBar> {
  if (!isWatched) return { show: () => undefined, stop: () => undefined };
  const { SingleBar } = await import('cli-progress');
  const format = `${noteColor.dim('{label}')} ${noteColor.cyan('{bar}')} {percentage} %  {value}/{total}  ${noteColor.dim('{eta_formatted} left')}`;
  const plain = noteColor.dim('{label} …');
  const options = {
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
    barsize: 30,
    barCompleteChar: '━',
    barIncompleteChar: ' ',
    fps: 20,
  };
  let bar: InstanceType<typeof SingleBar> | undefined;
  let stage = '';
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  process.once('exit', stop); // an interrupt leaves a clean line
  return {
    show({ stage: next, done, total }) {
      const label = (LABELS[next] ?? next).padEnd(18);
      if (next !== stage) {
        stop();
        bar = new SingleBar({ ...options, format: total > 1 ? format : plain });
        bar.start(total, done, { label });
        stage = next;
      } else bar?.update(done, { label });
    },
    stop,
  };
}
