"""Makes resampling.json: block lengths and stationary samples by arch (Sheppard), BCa intervals by SciPy.

Run: python3 libs/validation/vectors/resampling.py > libs/validation/vectors/resampling.json (needs arch, numpy, scipy)

Block lengths. arch counts lag 0 among the K_N autocorrelations that have to be insignificant, so its M is two more than the paper's whenever a
lag matters at all, and it divides each autocovariance by the overlapping parts' own variances. `length` below is Politis & White (2004, corrected
2009) as it is printed; with both of arch's ways switched on it gives arch's number to the last digits (asserted), so nothing else differs.
"""
import hashlib
import json
import math

import arch
import numpy as np
import scipy
from arch.bootstrap import optimal_block_length
from arch.bootstrap._samplers_python import stationary_bootstrap_sample_python as arch_sample
from scipy.stats._resampling import _bca_interval

generator = np.random.Generator(np.random.PCG64(2004))


def length(x, kind, as_arch=False):
    n = len(x)
    e = x - x.mean()
    k_n = max(5, math.ceil(math.sqrt(math.log10(n))))
    latest = math.ceil(math.sqrt(n))
    bound = latest + k_n
    band = 2 * math.sqrt(math.log10(n) / n)
    r = np.array([e[k:] @ e[: n - k] / n if k < n else 0.0 for k in range(bound + 1)])
    rho = np.abs(r / r[0])
    if as_arch:
        rho = np.array([abs(r[k] * n) / math.sqrt((e[k + 1 :] @ e[k + 1 :]) * (e[: n - k - 1] @ e[: n - k - 1])) for k in range(bound + 1)])
        candidates = [m for m in range(1, latest + 1) if np.all(rho[m : m + k_n] < band)]
        big_m = min(2 * candidates[0], bound) if candidates else bound
    else:
        candidates = [m for m in range(0, latest + 1) if np.all(rho[m + 1 : m + k_n + 1] < band)]
        m = candidates[0] if candidates else max(k for k in range(1, bound + 1) if rho[k] >= band)
        big_m = min(2 * max(m, 1), bound)
    lags = np.arange(1, big_m + 1)
    weight = np.minimum(1, 2 * (1 - lags / big_m))
    g = 2 * np.sum(weight * lags * r[1 : big_m + 1])
    g0 = r[0] + 2 * np.sum(weight * r[1 : big_m + 1])
    d = (2 if kind == "stationary" else 4 / 3) * g0**2
    longest = math.ceil(min(3 * math.sqrt(n), n / 3))
    b = min((2 * g**2 / d) ** (1 / 3) * n ** (1 / 3), longest)
    return b if as_arch else max(1.0, b)


def recursive(n, coefficient, scale=0.01):
    noise = generator.normal(0, scale, n + 50)
    x = np.zeros(n + 50)
    for t in range(1, n + 50):
        x[t] = coefficient * x[t - 1] + noise[t]
    return x[50:]


series = {
    "noise": generator.normal(0.0005, 0.01, 400),
    "fat tails": 0.01 * generator.standard_t(3, 250),
    "persistent": recursive(300, 0.5),
    "very persistent": recursive(250, 0.92),
    "reverting": recursive(200, -0.6),
    "moving average": np.convolve(generator.normal(0, 0.01, 304), [1, 0.8, 0.6, 0.4, 0.2], "valid"),
    "wave": np.sin(np.arange(120) / 4) + 0.01 * generator.normal(0, 1, 120),
    "short": generator.normal(0, 0.01, 12),
    "mostly flat": np.where(generator.random(150) < 0.1, generator.normal(0, 0.02, 150), 0.0),
}
block_lengths = []
for name, values in series.items():
    x = np.round(values, 7)
    by_arch = optimal_block_length(x).iloc[0]
    for kind in ("stationary", "circular"):
        assert abs(length(x, kind, as_arch=True) / by_arch[kind] - 1) < 1e-12, (name, kind)
    block_lengths.append(
        {
            "name": name,
            "series": x.tolist(),
            "stationary": length(x, "stationary"),
            "circular": length(x, "circular"),
            "arch_stationary": float(by_arch["stationary"]),
            "arch_circular": float(by_arch["circular"]),
        }
    )

MASK = 0xFFFFFFFF


def outputs(seed, purpose, trial):
    """xoshiro128++ from the stream's state."""
    digest = hashlib.sha256(json.dumps([seed, purpose, trial], separators=(",", ":")).encode()).digest()
    a, b, c, d = (int.from_bytes(digest[4 * k : 4 * k + 4], "little") for k in range(4))
    rotl = lambda x, k: ((x << k) | (x >> (32 - k))) & MASK
    while True:
        yield (rotl((a + d) & MASK, 7) + a) & MASK
        t = (b << 9) & MASK
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = rotl(d, 11)


def below(draws, m):
    """Lemire (2019)."""
    while True:
        product = next(draws) * m
        if (product & MASK) >= 2**32 % m:
            return product >> 32


def stationary_sample(seed, trial, n, block_length):
    """The draws of semantics §9, with arch's own sampler deciding what follows from them: u <= p takes the new start, u > p the next index."""
    draws = outputs(seed, "block_bootstrap", trial)
    starts = np.zeros(n, dtype=np.int64)
    u = np.ones(n)
    starts[0] = below(draws, n)
    for i in range(1, n):
        if next(draws) < math.floor(2**32 / block_length):
            u[i] = 0.0
            starts[i] = below(draws, n)
    return arch_sample(starts, u, 1 / block_length).tolist()


samples = [
    {"seed": seed, "trial": trial, "n": n, "block_length": l, "indices": stationary_sample(seed, trial, n, l)}
    for seed, trial, n, l in [(42, 0, 30, 4), (42, 1, 30, 4), (7, 3, 50, 2.5), (7, 4, 40, 1), (0, 0, 12, 100), (9, 9, 25, 7.75)]
]

PPY = 252
STATISTICS = {
    "sharpe": lambda x, axis=-1: np.mean(x, axis=axis) / np.std(x, axis=axis, ddof=1) * math.sqrt(PPY),
    "volatility": lambda x, axis=-1: np.std(x, axis=axis, ddof=1) * math.sqrt(PPY),
    "total_return": lambda x, axis=-1: np.prod(1 + x, axis=axis) - 1,
}
intervals = []
for values in (generator.normal(0.001, 0.01, 60), 0.01 * generator.standard_t(3, 40) + 0.002, generator.exponential(0.01, 35) - 0.006):
    x = np.round(values, 7)
    resampled = x[generator.integers(0, len(x), (300, len(x)))]
    for metric, statistic in STATISTICS.items():
        theta = statistic(resampled)
        cases = []
        for confidence in (0.8, 0.95):
            low, high, acceleration = _bca_interval((x,), statistic, -1, (1 - confidence) / 2, theta, None, np)
            bca = [float(np.quantile(theta, level[()])) for level in (low, high)]
            percentile = [float(np.quantile(theta, level)) for level in ((1 - confidence) / 2, (1 + confidence) / 2)]
            cases.append({"confidence": confidence, "bca": bca, "percentile": percentile})
        intervals.append(
            {
                "metric": metric,
                "returns": x.tolist(),
                "observed": float(statistic(x)),
                "samples": [float(f"{v:.12g}") for v in theta],
                "intervals": cases,
            }
        )

print(
    json.dumps(
        {
            "made_by": f"resampling.py: arch {arch.__version__}, scipy {scipy.__version__}, numpy {np.__version__}",
            "periods_per_year": PPY,
            "block_lengths": block_lengths,
            "stationary_samples": samples,
            "intervals": intervals,
        }
    )
)
