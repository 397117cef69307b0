"""Makes the coefficients in src/normal-cdf.ts.

(1 + 1.25 a) * Q(a) * exp(a^2/2), Q the upper tail of the standard normal, as a polynomial in
t = (a - C)/(a + C), which maps [0, inf) to [-1, 1): the Chebyshev series in t, cut where it falls
below 1e-19 and written in powers of t. (The idea: Shepherd & Laframboise 1981, Math. Comp. 36.)
"""
from mpmath import mp, mpf, cos, erfc, exp, inf, pi, sqrt, taylor

mp.dps = 60
C = mpf(4)
NODES = 120


def scaled_tail(a):
    if a > 1e8:
        return mpf("1.25") / sqrt(2 * pi)
    if a < 60:
        mills = exp(a * a / 2) * erfc(a / sqrt(mpf(2))) / 2
    else:  # asymptotic series, far beyond 40 digits here
        term, total = mpf(1), mpf(1)
        for k in range(1, 40):
            term *= -(2 * k - 1) / (a * a)
            total += term
        mills = total / (a * sqrt(2 * pi))
    return (1 + mpf("1.25") * a) * mills


def of_t(t):
    return scaled_tail(C * (1 + t) / (1 - t)) if t < 1 else mpf("1.25") / sqrt(2 * pi)


angles = [(k + mpf(1) / 2) * pi / NODES for k in range(NODES)]
values = [of_t(cos(a)) for a in angles]
cheb = [2 / mpf(NODES) * sum(v * cos(j * a) for v, a in zip(values, angles)) for j in range(60)]
cheb[0] /= 2
degree = max(j for j in range(60) if abs(cheb[j]) > mpf("1e-18"))
# Chebyshev to powers of t
powers = [mpf(0)] * (degree + 1)
previous, current = [mpf(1)], [mpf(0), mpf(1)]
for j in range(degree + 1):
    basis = [mpf(1)] if j == 0 else current
    for i, b in enumerate(basis):
        powers[i] += cheb[j] * b
    if j >= 1:
        following = [mpf(0)] + [2 * b for b in current]
        for i, b in enumerate(previous):
            following[i] -= b
        previous, current = current, following
print("// degree", degree)
for p in powers:
    print(f"  {float(p)!r},")
