"""Makes elementary.json and normal.json: inputs and results by mpmath (1.3.0) at 80 digits or more.

A result is [high, low]: the double nearest to it and the double nearest to the rest, so that errors
can be stated in fractions of a unit in the last place. Usage: python3 make_vectors.py [points] [folder]
"""
import json
import random
import sys
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.dps = 80
points = int(sys.argv[1]) if len(sys.argv) > 1 else 240
folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
rng = random.Random(20261124)


def parts(value):
    high = float(value)
    return [high, float(value - mpf(high))]


def log_uniform(low, high):
    return rng.choice([1.0, rng.random() + 0.5]) * 2.0 ** rng.uniform(low, high)


def near_one():
    return 1 + rng.choice([-1, 1]) * 2.0 ** rng.uniform(-52, -1)


def signed(x):
    return rng.choice([-1, 1]) * x


def sample(*makers):
    return [makers[i % len(makers)]() for i in range(points)]


positive = sample(lambda: log_uniform(-1070, 1023), lambda: log_uniform(-4, 4), near_one, lambda: float(rng.randrange(1, 10**6)))
positive += [2.0**k for k in (-1074, -1022, -1, 0, 1, 10, 1023)] + [10.0**k for k in (-5, 0, 1, 2, 5, 15, 22)]
exps = sample(lambda: rng.uniform(-708, 709), lambda: rng.uniform(-2, 2), lambda: signed(2.0 ** rng.uniform(-60, 0)))
exps += [709.782712893384, -708.3964185322641, 1.0, -1.0, 0.34657359027997264, -0.34657359027997264]
subnormal = [rng.uniform(-745.1, -708.4) for _ in range(points // 8)]
expm1s = sample(lambda: rng.uniform(-40, 709), lambda: rng.uniform(-2, 2), lambda: signed(2.0 ** rng.uniform(-60, 0)))
log1ps = sample(lambda: log_uniform(-60, 1023), lambda: -rng.random(), lambda: signed(2.0 ** rng.uniform(-60, -1)), lambda: rng.uniform(-0.3, 0.45))


def pow_pair():
    kind = rng.randrange(5)
    if kind == 0:  # growth: (final/initial)^(1/years)
        return rng.uniform(0.1, 20), rng.uniform(-2, 2)
    if kind == 1:
        return float(rng.randrange(2, 40)), float(rng.randrange(-12, 13))
    if kind == 2:  # compounding
        return 1 + rng.uniform(-0.01, 0.01), float(rng.randrange(1, 100_000))
    if kind == 3:
        x = log_uniform(-300, 300)
        return x, rng.uniform(-700, 700) / abs(float(mpmath.log(x)) or 1)
    return rng.uniform(0.5, 2), rng.uniform(-1000, 1000)


pows = [pair for pair in (pow_pair() for _ in range(3 * points)) if 1e-300 < abs(mpmath.power(mpf(pair[0]), mpf(pair[1]))) < 1e300]

elementary = {
    "log": [[x, *parts(mpmath.log(mpf(x)))] for x in positive if x != 1],
    "log2": [[x, *parts(mpmath.log(mpf(x)) / mpmath.log(2))] for x in positive if x != 1],
    "log10": [[x, *parts(mpmath.log(mpf(x)) / mpmath.log(10))] for x in positive if x != 1],
    "log1p": [[x, *parts(mpmath.log1p(mpf(x)))] for x in log1ps],
    "exp": [[x, *parts(mpmath.exp(mpf(x)))] for x in exps],
    "exp_subnormal": [[x, *parts(mpmath.exp(mpf(x)))] for x in subnormal],
    "expm1": [[x, *parts(mpmath.expm1(mpf(x)))] for x in expm1s],
    "pow": [[x, y, *parts(mpmath.power(mpf(x), mpf(y)))] for x, y in pows],
}


def cdf(x):
    return mpmath.erfc(-mpf(x) / mpmath.sqrt(2)) / 2


def quantile(p):
    """The root of cdf(x) = p by Newton's steps on log cdf, from the lower tail."""
    p = mpf(p)
    if p == mpf(1) / 2:
        return mpf(0)
    tail = min(p, 1 - p)
    x = -mpmath.sqrt(-2 * mpmath.log(tail)) if tail < 0.1 else mpmath.sqrt(2) * mpmath.erfinv(2 * mpf(float(tail)) - 1)
    for _ in range(60):
        step = (mpmath.log(cdf(x)) - mpmath.log(tail)) * cdf(x) / mpmath.npdf(x)
        x -= step
        if abs(step) < mpf(10) ** -50:
            break
    return x if p < mpf(1) / 2 else -x


xs = sample(lambda: rng.uniform(-8, 8), lambda: rng.uniform(-37, 0), lambda: signed(2.0 ** rng.uniform(-40, 0)))
ps = sample(rng.random, lambda: 2.0 ** rng.uniform(-1000, -1), lambda: 1 - 2.0 ** rng.uniform(-53, -1), lambda: 0.5 + signed(2.0 ** rng.uniform(-40, -2)))
ps += [0.025, 0.05, 0.95, 0.975, 0.075, 0.925, 2.0**-54]
normal = {
    "cdf": [[x, *parts(cdf(x))] for x in xs + [-38.0, -37.5, 0.0, 1.0, -1.0, 1.96]],
    "quantile": [[p, *parts(quantile(p))] for p in ps if p != 0.5],
}

for name, table in (("elementary", elementary), ("normal", normal)):
    rows = ",\n".join(f'"{key}": [\n' + ",\n".join(json.dumps(row) for row in value) + "\n]" for key, value in table.items())
    (folder / f"{name}.json").write_text("{\n" + rows + "\n}\n")
