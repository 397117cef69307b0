/** Drives a kernel to its end and checks that the shares it tells never fall, from 0 to 1. */
export function drive<T>(kernel: Generator<number, T, void>): T {
  let last = 0;
  for (let step = kernel.next(); ; step = kernel.next()) {
    if (step.done) return step.value;
    if (!(step.value >= last && step.value <= 1)) throw new Error(`share ${step.value} after ${last}`);
    last = step.value;
  }
}
