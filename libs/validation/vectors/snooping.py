"""Makes snooping.json: Hansen's SPA and White's reality check by arch, fed with our own bootstrap indices.

arch gives the kernel variance, the bootstrap means recentred in the three ways, and which trials stay recentred; it does not studentise
the maxima (its "upper" p-value is White's), so that Hansen's statistic is put together here from arch's own parts.

Run: python3 libs/validation/vectors/snooping.py > libs/validation/vectors/snooping.json   (needs numpy and arch)
"""
import hashlib
import json
import math

import arch
import numpy as np
from arch.bootstrap import SPA

MASK = 0xFFFFFFFF


class Stream:
    """xoshiro128++ with the state of one trial, in 64-bit integers."""

    def __init__(self, seed, purpose, trial):
        digest = hashlib.sha256(json.dumps([seed, purpose, trial], separators=(",", ":")).encode()).digest()
        self.s = [int.from_bytes(digest[4 * k : 4 * k + 4], "little") for k in range(4)]

    def next(self):
        s = self.s
        total = (s[0] + s[3]) & MASK
        out = (((total << 7) | (total >> 25)) + s[0]) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = ((s[3] << 11) | (s[3] >> 21)) & MASK
        return out

    def below(self, m):
        while True:
            product = self.next() * m
            if product % 2**32 >= 2**32 % m:
                return product >> 32


def stationary(seed, sample, n, length):
    stream = Stream(seed, "overfitting", sample)
    threshold = math.floor(2**32 / length)
    indices = [stream.below(n)]
    while len(indices) < n:
        indices.append(stream.below(n) if stream.next() < threshold else (indices[-1] + 1) % n)
    return indices


def by_arch(columns, seed, samples, length):
    excess = np.array(columns).T
    n = len(excess)
    spa = SPA(np.zeros(n), -excess, block_size=length, reps=samples)
    drawn = [stationary(seed, sample, n, length) for sample in range(samples)]
    spa.bootstrap.bootstrap = lambda reps: (((excess[indices],), {}) for indices in drawn)
    spa.compute()
    omega = np.sqrt(spa._loss_diff_var)
    recentred = spa._simulated_vals  # trials × samples × (lower, consistent, upper)
    means = excess.mean(axis=0)
    studentised = np.sqrt(n) * recentred / omega[:, None, None]
    maxima = np.maximum(0, studentised.max(axis=0))
    white = np.sqrt(n) * recentred[:, :, 2].max(axis=0)
    observed_white = float(np.sqrt(n) * means.max())
    observed_spa = float(max(0, (np.sqrt(n) * means / omega).max()))
    p = lambda values, observed: (1 + int((values >= observed).sum())) / (samples + 1)
    return {
        "omega": [float(x) for x in omega],
        "arch_upper_p": float(spa.pvalues["upper"]),
        "recentred": [bool(x) for x in spa._valid_columns],
        "white": {"observed": observed_white, "maxima": [float(x) for x in white], "p": p(white, observed_white)},
        "spa": {
            "observed": observed_spa,
            **{name: {"maxima": [float(x) for x in maxima[:, j]], "p": p(maxima[:, j], observed_spa)} for j, name in enumerate(["lower", "consistent", "upper"])},
        },
    }


generator = np.random.Generator(np.random.PCG64(11))


def search(n, drifts, noise, memory):
    """Columns of an AR(1) with drifts, rounded so that the file stays small."""
    columns = []
    for drift in drifts:
        x, column = 0.0, []
        for _ in range(n):
            x = memory * x + float(generator.normal(0, noise))
            column.append(round(drift + x, 6))
        columns.append(column)
    return columns


cases = []
for seed, samples, length, columns in [
    (42, 40, 4.0, search(50, [0.002, 0.0, -0.001, -0.02, 0.001], 0.01, 0.3)),
    (7, 30, 1.0, search(31, [0.0015, 0.001, -0.003], 0.01, 0.0)),
    (1, 30, 9.5, search(64, [0.0005, -0.004, -0.0002, -0.03], 0.01, -0.4)),
]:
    cases.append({"seed": seed, "samples": samples, "block_length": length, "columns": columns, **by_arch(columns, seed, samples, length)})
print(json.dumps({"made_by": f"snooping.py, arch {arch.__version__}, numpy {np.__version__}", "cases": cases}))
