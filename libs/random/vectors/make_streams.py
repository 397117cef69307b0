"""Makes streams.json: the first draws of seeded streams, by Python's hashlib, json, statistics and integers of any size.

The canonical JSON of [integer, ASCII text, integer] is json.dumps without spaces.
"""
import hashlib
import json
from pathlib import Path
from statistics import NormalDist

MASK = 0xFFFFFFFF


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & MASK


def outputs(state):
    a, b, c, d = state
    while True:
        yield (rotl((a + d) & MASK, 7) + a) & MASK
        t = (b << 9) & MASK
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = rotl(d, 11)


def stream(seed, purpose, trial):
    digest = hashlib.sha256(json.dumps([seed, purpose, trial], separators=(",", ":")).encode()).digest()
    state = [int.from_bytes(digest[4 * k : 4 * k + 4], "little") for k in range(4)]
    draws = outputs(state)
    values = [next(draws) for _ in range(8)]
    draws = outputs(state)
    normals = []
    for _ in range(8):
        high, low = next(draws) >> 5, next(draws) >> 6
        normals.append(NormalDist().inv_cdf((high * 2**26 + low) * 2.0**-53))
    return {"seed": seed, "purpose": purpose, "trial": trial, "state": state, "next": values, "normal": normals}


cases = [
    (42, "permutation", 0),
    (42, "permutation", 1),
    (42, "block_bootstrap", 0),
    (0, "monte_carlo", 7),
    (2**53 - 1, "sweep", 2**53 - 1),
    (1, "pbo_noise", 199),
]
lines = ",\n".join(json.dumps(stream(*case)) for case in cases)
Path(__file__).with_name("streams.json").write_text(f"[\n{lines}\n]\n")
