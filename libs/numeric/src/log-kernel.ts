/**
 * log(1 + f) − f + f²/2 for 1 + f in [√½, √2]: what log and log1p share.
 * The Remez polynomial in s = f/(2 + f) of fdlibm's e_log.c (Sun 1993).
 */
export function logKernel(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return s * (halfSquare + (even + odd));
}
