"""Makes distribution.json: count, mean, std (ddof 1) and type-7 quantiles by numpy.

Run: python3 libs/validation/vectors/distribution.py > libs/validation/vectors/distribution.json
"""
import json
import math

import numpy as np

LEVELS = {"q01": 0.01, "q05": 0.05, "q25": 0.25, "q50": 0.5, "q75": 0.75, "q95": 0.95, "q99": 0.99}


def distribution(values):
    present = np.array([value for value in values if value is not None], dtype=np.float64)
    quantiles = {name: float(np.quantile(present, level, method="linear")) for name, level in LEVELS.items()}
    std = float(np.std(present, ddof=1)) if len(present) > 1 else None
    return {"count": len(present), "mean": math.fsum(present) / len(present), "std": std, **quantiles}


generator = np.random.Generator(np.random.PCG64(7))
samples = [
    [3.5],
    [2.0, -1.0],
    [1.0, None, 3.0, None, 2.0, 5.0],
    [0.1] * 10,
    [float(x) for x in generator.normal(0.2, 1.3, 1000)],
    [float(x) for x in generator.standard_t(2, 501)],
    [None if x < 0.2 else round(float(x), 2) for x in generator.random(97)],
    [1e15 + float(x) for x in generator.random(50)],
    [float(x) * 1e-300 for x in generator.normal(0, 1, 20)],
]
cases = [{"values": values, "distribution": distribution(values)} for values in samples]
print(json.dumps({"made_by": f"distribution.py, numpy {np.__version__}", "cases": cases}))
