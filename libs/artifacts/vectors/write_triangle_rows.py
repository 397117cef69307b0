"""python3 write_triangle_rows.py > triangle-rows.json: rows that the package lttb (pip install lttb, 0.3.2) chooses of the series below.
It cuts buckets differently where they cannot be equal, so every case has (rows - 2) divisible by (count - 2)."""
import json
import numpy as np
import lttb


def series(rows):
    row = np.arange(rows, dtype=np.int64)
    x = (1_700_000_000_000 + row * 60_000 + row * row % 977 * 7).astype(float)
    y = (row * 48_271 % 65_537) / 3 + (row * row % 10_007) * 2.0
    return np.column_stack([np.sort(x), y])


cases = []
for rows, count in [(12, 3), (12, 7), (102, 12), (1_002, 102), (2_002, 42)]:
    data = series(rows)
    chosen = lttb.downsample(data, count)
    cases.append({'rows': rows, 'count': count, 'chosen': np.searchsorted(data[:, 0], chosen[:, 0]).tolist()})
print('[\n' + ',\n'.join('  ' + json.dumps(case) for case in cases) + '\n]')
