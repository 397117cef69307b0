"""Makes data-hash.json: the hash of F1 computed with hashlib and struct alone.

Run: python3 libs/candles/vectors/data-hash.py > libs/candles/vectors/data-hash.json
"""
import hashlib
import json
import struct

ORDER = ["ts", "open", "high", "low", "close", "volume", "vwap"]
BASE = {
    "ts": [1704067200000, 1704067260000, 1704067380000],
    "open": [100.1, 0.1 + 0.2, 3.69551e-07],
    "high": [101.5, 1e9 / 3, 1.7976931348623157e308],
    "low": [99.9, 0.1, 5e-324],
    "close": [100.7, 0.7, 2.5e-7],
}
EXTRA = {"volume": [0.0, 29592.373, 1e15 / 7], "vwap": [100.2, 0.35, 3e-07]}


def data_hash(columns):
    flags = (1 if "volume" in columns else 0) + (2 if "vwap" in columns else 0)
    n = len(columns["ts"])
    data = b"projecta-candles-1\n" + struct.pack("<QB", n, flags)
    for name in ORDER:
        if name in columns:
            data += struct.pack(f"<{n}d", *columns[name])
    return hashlib.sha256(data).hexdigest()


cases = []
for extra in [[], ["volume"], ["vwap"], ["volume", "vwap"]]:
    columns = BASE | {name: EXTRA[name] for name in extra}
    cases.append({"columns": columns, "data_hash": data_hash(columns)})
cases.append({"columns": {name: [] for name in BASE}, "data_hash": data_hash({name: [] for name in BASE})})
print(json.dumps({"made_by": "data-hash.py", "cases": cases}, indent=2))
