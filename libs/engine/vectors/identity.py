"""Makes identity.json: config_hash, data_hash and run_hash computed with hashlib, json and struct alone, from the pages of the specification.

Run: python3 libs/engine/vectors/identity.py > libs/engine/vectors/identity.json
"""
import hashlib
import json
import struct


def jcs(value):
    """RFC 8785 for ASCII keys, integers and floats that Python writes as ECMAScript does (those used here)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def normal(**changes):
    return {
        "symbol": "TEST",
        "timeframe": "1d",
        "start": "2024-01-01T00:00:00.000Z",
        "end": "2024-04-30T00:00:00.000Z",
        "indicators": [],
        "features": False,
        "strategy": {"name": "dual_sma", "params": {"fast": 5, "slow": 15, "long_only": False}},
        "risk": {"model": "fixed_fraction", "params": {"fraction": 1}, "max_leverage": 1, "rebalance": "on_change"},
        "execution": {
            "fill_price": "open_next",
            "sizing": "decision",
            "slippage_model": {"model": "none", "params": {}},
            "slippage_bps": 0,
            "fee_bps": 0,
            "fee_per_unit": 0,
            "fee_fixed": 0,
            "fee_min": 0,
            "borrow_cost_bps": 0,
            "lot_size": 0,
            "volume_limit": 0,
            "zero_volume": "wait",
            "flatten_end": True,
            "initial_cash": 100000,
        },
        "validation": {},
        "metrics": {"annualization": "auto", "risk_free": 0},
        "seed": 42,
    } | changes


def columns(n):
    close = [100 + ((t * t * 31 + t * 17) % 97 - 48) / 16 for t in range(n)]
    open_ = [100.0] + close[:-1]
    return {
        "ts": [1704067200000 + t * 86400000 for t in range(n)],
        "open": open_,
        "high": [max(a, b) + 0.25 for a, b in zip(open_, close)],
        "low": [min(a, b) - 0.25 for a, b in zip(open_, close)],
        "close": close,
        "volume": [float(t % 7) for t in range(n)],
    }


def data_hash(candles):
    n = len(candles["ts"])
    body = b"".join(struct.pack(f"<{n}d", *candles[name]) for name in ("ts", "open", "high", "low", "close", "volume"))
    return sha256(b"projecta-candles-1\n" + struct.pack("<QB", n, 1) + body)


candles = columns(60)
fees = normal()["execution"] | {"fee_bps": 2.5}
config = normal(
    symbol="BTC/USD",
    end="2024-03-01T00:00:00.000Z",
    execution=fees,
    validation={"permutation": {"trials": 3, "method": "signals", "statistic": "sharpe"}},
    seed=7,
)
identity = {
    "config": config,
    "data": {"symbol": "BTC/USD", "timeframe": "1d", "bars": 60, "data_hash": data_hash(candles)},
    "engine": {"name": "projecta", "semantics_version": 1},
    "plugins": [],
}
run = {
    "candles": candles,
    "config": config,
    "identity_json": jcs(identity),
    "config_hash": sha256(jcs(config).encode()),
    "data_hash": identity["data"]["data_hash"],
    "run_hash": sha256(jcs(identity).encode()),
}
print(json.dumps({"made_by": "identity.py", "config_hash": sha256(jcs(normal()).encode()), "run": run}))
