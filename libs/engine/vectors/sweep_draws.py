"""Makes sweep_draws.json: what a random sweep draws, by Python's hashlib, json, decimal and integers of any size.

Row = trial; each row has its own generator of (seed, "sweep", row); axes are drawn in the order of their whole paths.
The canonical JSON of [integer, ASCII text, integer] is json.dumps without spaces.
"""
import hashlib
import json
import math
from decimal import Decimal
from pathlib import Path

MASK = 0xFFFFFFFF


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & MASK


def outputs(seed, row):
    digest = hashlib.sha256(json.dumps([seed, "sweep", row], separators=(",", ":")).encode()).digest()
    a, b, c, d = (int.from_bytes(digest[4 * k : 4 * k + 4], "little") for k in range(4))
    while True:
        yield (rotl((a + d) & MASK, 7) + a) & MASK
        t = (b << 9) & MASK
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = rotl(d, 11)


def uniform(draws):
    high, low = next(draws) >> 5, next(draws) >> 6
    return (high * 2**26 + low) * 2.0**-53


def below(draws, m):
    while True:
        product = next(draws) * m
        if product % 2**32 >= 2**32 % m:
            return product >> 32


def draw(draws, axis):
    if "values" in axis:
        return axis["values"][below(draws, len(axis["values"]))]
    low, high, step = axis["min"], axis["max"], axis.get("step")
    count = None if step is None else int((Decimal(str(high)) - Decimal(str(low))) // Decimal(str(step))) + 1
    at = lambda k: float(Decimal(str(low)) + k * Decimal(str(step)))
    if axis["scale"] == "log":
        value = math.exp(math.log(low) + uniform(draws) * (math.log(high) - math.log(low)))
        return value if count is None else at(min(count - 1, math.floor((value - low) / step + 0.5)))
    return low + uniform(draws) * (high - low) if count is None else at(below(draws, count))


RANDOM = {
    "strategy.params.fast": {"min": 2, "max": 12, "step": 1, "scale": "linear"},
    "strategy.params.slow": {"min": 13, "max": 400, "step": 1, "scale": "log"},
    "strategy.params.long_only": {"values": [True, False]},
    "risk.params.fraction": {"min": 0.05, "max": 1, "scale": "log"},
    "risk.stop_loss": {"min": 0.01, "max": 0.2, "scale": "linear"},
    "execution.fee_bps": {"min": 0, "max": 2, "step": 0.1, "scale": "linear"},
    "execution.fill_price": {"values": ["open_next", "mid_next", "typical_next"]},
}


def rows(seed, count):
    answer = []
    for row in range(count):
        draws = outputs(seed, row)
        answer.append({path: draw(draws, RANDOM[path]) for path in sorted(RANDOM)})
    return {"seed": seed, "rows": answer}


cases = ",\n".join(json.dumps(rows(seed, 40)) for seed in (42, 7))
Path(__file__).with_name("sweep_draws.json").write_text(f'{{"random": {json.dumps(RANDOM)},\n"cases": [\n{cases}\n]}}\n')
