/** Drives a kernel that pauses to its result; at each pause the caller is told the share done, and may let its event loop turn or throw. */
export async function driven<T>(kernel: Generator<number, T, void>, atPause: (share: number) => Promise<void>): Promise<T> {
  let step = kernel.next();
  while (!step.done) {
    await atPause(step.value);
    step = kernel.next();
  }
  return step.value;
}
