"""Prints golden bars of TEST as the Markdown table of specs/test-generator.md.

Written from that page alone: one bar at a time, every value by recursion from its anchors, no blocks.
Run: python3 libs/candles/vectors/test-generator.py
"""
import math
from functools import cache

MINUTES = {"1m": 1, "3m": 3, "5m": 5, "15m": 15, "30m": 30, "1h": 60, "2h": 120, "4h": 240, "6h": 360, "12h": 720, "1d": 1440, "1w": 10080}
MASK = 0xFFFFFFFF


def mix(x):
    x &= MASK
    x ^= x >> 16
    x = x * 0x7FEB352D & MASK
    x ^= x >> 15
    x = x * 0x846CA68B & MASK
    return x ^ x >> 16


def key(timeframe, purpose):
    return mix(mix(0x54455354 + 1) ^ mix(MINUTES[timeframe] * 64 + purpose))


def draw(k, counter):
    return mix(mix(counter) ^ k)


def symmetric(bits):
    return bits / 2147483648 - 1


def bell(bits):
    return (sum(bits.to_bytes(4, "big")) - 510) / 148


def tick(price):
    return math.floor(price * 100 + 0.5) / 100


def price(x):
    power = 1 + x / 64
    for _ in range(6):
        power *= power
    return max(1.0, tick(1000 * power))


def deviation(timeframe):
    return 0.0005 * math.sqrt(MINUTES[timeframe])


def top_level(timeframe):
    s = deviation(timeframe)
    return next(j for j in range(1, 64) if s * s * 2**j >= 0.36)


def noise(k, cell, spacing):
    knot = cell // spacing
    left, right = symmetric(draw(k, knot)), symmetric(draw(k, knot + 1))
    return left + (right - left) * ((cell - knot * spacing) / spacing)


def volatility(timeframe, bar):
    cell = bar // 16
    q = 0.7 * noise(key(timeframe, 32), cell, 4) + 0.7 * noise(key(timeframe, 33), cell, 32) + 0.5 * noise(key(timeframe, 34), cell, 256)
    power = 1 + q / 8
    for _ in range(3):
        power *= power
    return power


@cache
def log_price(timeframe, node):
    top = top_level(timeframe)
    if node % 2**top == 0:
        return 0.7 * symmetric(draw(key(timeframe, 0), node // 2**top))
    level = 1
    while node % 2**level == 0:
        level += 1
    half = 2 ** (level - 1)
    loud = volatility(timeframe, node) if level <= 9 else 1
    swing = 1.5 if 5 <= level <= 8 else 1
    amplitude = 0.5 * deviation(timeframe) * math.sqrt(2**level) * swing
    cell = node // 2**level
    return (log_price(timeframe, node - half) + log_price(timeframe, node + half)) * 0.5 + amplitude * loud * bell(draw(key(timeframe, level), cell))


def bar(timeframe, ts):
    origin = 345600000 if timeframe == "1w" else 0
    k, rest = divmod(ts - origin, MINUTES[timeframe] * 60000)
    assert rest == 0, (timeframe, ts)
    v = volatility(timeframe, k)
    r = v * deviation(timeframe)
    before, close = price(log_price(timeframe, k)), price(log_price(timeframe, k + 1))
    wicks, tape = draw(key(timeframe, 40), k), draw(key(timeframe, 41), k)
    above, below = (wicks >> 16) / 65536, (wicks & 65535) / 65536
    gap, crowd = (tape >> 16) / 65536 - 0.5, (tape & 65535) / 65536
    open_ = tick(before * (1 + r * 0.25 * gap))
    high = tick(max(open_, close) * (1 + 1.2 * r * above * above))
    low = tick(min(open_, close) * (1 - 1.2 * r * below * below))
    move = abs(close - open_) / (open_ * r)
    volume = 1 + math.floor(100 * MINUTES[timeframe] * v * (0.2 + 1.5 * crowd * crowd + 0.5 * move))
    return open_, high, low, close, volume


DAY = 86400000
GOLDEN = [
    ("1m", 1704067200000), ("1m", 1704067260000), ("1m", 1704103380000), ("1m", 0), ("1m", -60000), ("1m", 4102444740000),
    ("3m", 1704067200000), ("5m", 1709251200000), ("15m", 1577836800000), ("30m", 1262304000000),
    ("1h", 1704067200000), ("1h", 1719792000000), ("2h", 1704067200000), ("4h", 946684800000), ("6h", 1704067200000), ("12h", 1704067200000),
    ("1d", 1704067200000), ("1d", 1709164800000), ("1w", 1704067200000), ("1w", 345600000 - 7 * DAY),
]

if __name__ == "__main__":
    print("| timeframe | ts | open | high | low | close | volume |\n|---|---:|---:|---:|---:|---:|---:|")
    for timeframe, ts in GOLDEN:
        open_, high, low, close, volume = bar(timeframe, ts)
        print(f"| {timeframe} | {ts} | {open_!r} | {high!r} | {low!r} | {close!r} | {volume} |")
