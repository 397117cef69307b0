import { expOfParts } from './exp-of-parts.js';
import { twoProductError } from './two-product-error.js';

/**
 * The standard normal distribution function, relative error below 4 ulp into the lower tail as far as doubles reach (−38.5).
 * Within ±0.5 the power series (Abramowitz & Stegun 26.2.10). Beyond, e^(−x²/2), its square in doubled precision,
 * times a Chebyshev fit in (a − 4)/(a + 4) (the form of Shepherd & Laframboise 1981). The same bits in every engine.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (Math.abs(x) <= 0.5) return 0.5 + x * centralSlope(x * x);
  return x < 0 ? upperTail(-x) : 1 - upperTail(x);
}

/** (cdf(x) − ½)/x for z = x² <= ¼: 1/√2π · Σ (−z/2)^k / (k!·(2k + 1)). */
function centralSlope(z: number): number {
  let power = INVERSE_SQRT_2PI;
  let sum = power;
  for (let k = 1; k <= 12; k++) {
    power *= (-0.5 * z) / k;
    sum += power / (2 * k + 1);
  }
  return sum;
}

const INVERSE_SQRT_2PI = 0.3989422804014327;

/** The probability above a >= 0. */
function upperTail(a: number): number {
  if (a > 40) return 0;
  const square = a * a;
  const t = (a - 4) / (a + 4);
  let fit = 0;
  for (let i = COEFFICIENTS.length - 1; i >= 0; i--) fit = COEFFICIENTS[i]! + t * fit;
  return (expOfParts(-0.5 * square, -0.5 * twoProductError(a, a, square)) * fit) / (1 + 1.25 * a);
}

/** (1 + 1.25a)·e^(a²/2)·upperTail(a) in powers of t, by vectors/make_normal_cdf_coefficients.py. */
const COEFFICIENTS = new Float64Array([
  0.5664638478118136, -0.07827991627104336, -0.013595270429285466, 0.05367730690136721, -0.04796349781160585, 0.024543145720313186,
  -0.006379863759427995, -0.0005167323385949002, 0.0009154174700921028, -0.00010664906328940684, -0.00011697871806801873,
  2.5404488073638e-5, 1.811013881679361e-5, -4.082159481853685e-6, -3.433393833058717e-6, 4.5210828902412e-7, 7.170734808350838e-7,
  1.869832294293458e-8, -1.4538580365677614e-7, -3.230654483312998e-8, 2.5224589195527753e-8, 1.1691969137874559e-8, -3.179826074011695e-9,
  -2.4711928965403726e-9, 2.099530003859563e-10, 2.52707533891961e-10,
]);
