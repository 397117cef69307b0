"""Reference vectors for the core indicators: `python3 make_vectors.py` writes one JSON file a data set beside this script.

The long tail (indicators that come from the technicalindicators package) is checked by the same files.
What TA-Lib has comes from its C code (Python package TA-Lib 0.8.2, unstable periods 0, default compatibility).
What it lacks is computed here in plain numpy from the definitions (specs, "Not in TA-Lib"), two-pass and with exact sums,
so that the two sides share no code and no rounding.

File: {about, candles: {ts, open, high, low, close, volume}, cases: [{indicator, params, source?, reference, outputs}]}
outputs: {name: [first, [values from bar `first` on, NaN as null]]}; every bar before `first` is undefined.
"""

import json
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import talib

HERE = Path(__file__).parent
DAY = 86_400_000
NAN = float("nan")


# --- data sets -------------------------------------------------------------------------------------------------------


def candles_from(rng, open_, close, reach, volume):
    """OHLC with wicks of up to `reach` beyond the body."""
    high = np.maximum(open_, close) * (1 + reach * rng.random(len(close)))
    low = np.minimum(open_, close) * (1 - reach * rng.random(len(close)))
    return {"open": open_, "high": high, "low": low, "close": close, "volume": volume}


def random_walk(n=300, start=100.0, vol=0.012, seed=1):
    rng = np.random.default_rng(seed)
    close = start * np.cumprod(1 + vol * rng.standard_normal(n))
    open_ = np.concatenate([[start], close[:-1]]) * (1 + vol / 4 * rng.standard_normal(n))
    return candles_from(rng, open_, close, vol / 2, np.round(1e4 + 9e4 * rng.random(n)))


def gaps_and_trends(n=160, seed=2):
    """Long runs up and down, and every twentieth bar or so an opening gap of several per cent."""
    rng = np.random.default_rng(seed)
    drift = np.where((np.arange(n) // 40) % 2 == 0, 0.006, -0.007)
    gap = np.where(rng.random(n) < 0.06, 0.07 * np.sign(rng.standard_normal(n)), 0.0)
    body = drift + 0.004 * rng.standard_normal(n)
    close = np.empty(n)
    open_ = np.empty(n)
    last = 50.0
    for t in range(n):
        open_[t] = last * (1 + gap[t])
        close[t] = last = open_[t] * (1 + body[t])
    return candles_from(rng, open_, close, 0.003, np.round(1e3 * np.exp(rng.standard_normal(n)), 3))


def ticks(n=200, seed=3):
    """Prices on a 0.25 grid with many ties, two stretches without any change, and bars without volume."""
    rng = np.random.default_rng(seed)
    close = 40 + 0.25 * np.cumsum(rng.integers(-2, 3, n))
    open_ = np.concatenate([[40.0], close[:-1]])
    high = np.maximum(open_, close) + 0.25 * rng.integers(0, 3, n)
    low = np.minimum(open_, close) - 0.25 * rng.integers(0, 3, n)
    volume = 100.0 * rng.integers(0, 6, n)
    for a, b in ((60, 95), (140, 150)):
        for column in (open_, high, low, close):
            column[a:b] = close[a - 1]
    volume[66:84] = 0
    return {"open": open_, "high": high, "low": low, "close": close, "volume": volume}


def flat(n=170, seed=7):
    """A market that has not moved yet, moves, and stands still again, at prices that binary fractions do not hit."""
    made = random_walk(n, 0.1, 0.02, seed)
    for a, b, price in ((0, 70, 0.1), (110, n, 0.3)):
        for column in ("open", "high", "low", "close"):
            made[column][a:b] = price
    return made


def sized(start, volume, seed):
    made = random_walk(120, start, 0.015, seed)
    made["volume"] = made["volume"] * volume
    return made


def candlesticks(n=800, seed=6):
    """Bars on a coarse grid that gap in body and range, so that every candlestick pattern comes up."""
    rng = np.random.default_rng(seed)
    open_, close = np.empty(n), np.empty(n)
    last = 300.0
    for t in range(n):
        trend = 1 if (t // 12) % 2 else -1
        open_[t] = last + rng.integers(-4, 5)
        close[t] = open_[t] + rng.integers(-6, 7) + trend * rng.integers(0, 3)
        last = close[t]
    high = np.maximum(open_, close) + rng.integers(0, 2, n)
    low = np.minimum(open_, close) - rng.integers(0, 2, n)
    return {"open": open_, "high": high, "low": low, "close": close, "volume": 100.0 * rng.integers(1, 6, n)}


DATA = {
    "random_walk": ("300 bars of a random walk near 100", random_walk()),
    "gaps_and_trends": ("160 bars of trends with opening gaps", gaps_and_trends()),
    "ticks": ("200 bars on a 0.25 grid with ties, flat stretches and bars without volume", ticks()),
    "tiny_prices": ("120 bars of a random walk near 1e-6", sized(1e-6, 1e6, 4)),
    "huge_prices": ("120 bars of a random walk near 1e9", sized(1e9, 1.0, 5)),
    "flat": ("170 bars: 0.1 without any change, a random walk, 0.3 without any change", flat()),
    "candlesticks": ("800 bars on a coarse grid that gap, for the candlestick patterns", candlesticks()),
}

# --- plain definitions of what TA-Lib lacks --------------------------------------------------------------------------


def windows(x, w):
    """(t, the w values that end at t), for every t that has them and no NaN among them."""
    for t in range(w - 1, len(x)):
        part = x[t - w + 1 : t + 1]
        if not np.isnan(part).any():
            yield t, part


def rolling(x, w, f):
    out = np.full(len(x), NAN)
    for t, part in windows(x, w):
        out[t] = f(part)
    return out


def exact_mean(part):
    return float(sum(map(Fraction, part.tolist()), Fraction(0)) / len(part))


def exact_std(part, ddof):
    """Root of the variance computed in rational numbers, rounded once."""
    values = [Fraction(v) for v in part.tolist()]
    mean = sum(values, Fraction(0)) / len(values)
    return math.sqrt(float(sum((v - mean) ** 2 for v in values) / (len(values) - ddof)))


def plain_sma(x, w):
    return rolling(x, w, exact_mean)


def plain_wma(x, w):
    weights = np.arange(1, w + 1)
    return rolling(x, w, lambda part: math.fsum(part * weights) / (w * (w + 1) / 2))


def plain_ema(x, w):
    out = np.full(len(x), NAN)
    out[w - 1] = exact_mean(x[:w])
    for t in range(w, len(x)):
        out[t] = out[t - 1] + 2 / (w + 1) * (x[t] - out[t - 1])
    return out


def plain_atr(c, w):
    """Wilder's: the mean of the first w true ranges (bar 0 has none), then (w - 1 parts old + 1 part new) / w."""
    h, l, last = c["high"][1:], c["low"][1:], c["close"][:-1]
    tr = np.maximum(h - l, np.maximum(np.abs(h - last), np.abs(l - last)))
    out = np.full(len(c["close"]), NAN)
    out[w] = math.fsum(tr[:w]) / w
    for t in range(w + 1, len(out)):
        out[t] = (out[t - 1] * (w - 1) + tr[t - 1]) / w
    return out


def hma(x, window):
    return plain_wma(2 * plain_wma(x, window // 2) - plain_wma(x, window), math.isqrt(window))


def keltner(c, window, k, atr_window):
    middle, reach = plain_ema(c["close"], window), k * plain_atr(c, atr_window)
    return {"lower": middle - reach, "middle": middle, "upper": middle + reach}


def supertrend(c, window, k):
    """Final bands only tighten while the close stays inside; starts long at bar `window`; a close beyond the band flips."""
    n, close = len(c["close"]), c["close"]
    reach, centre = k * plain_atr(c, window), (c["high"] + c["low"]) / 2
    line, direction = np.full(n, NAN), np.full(n, NAN)
    upper = lower = side = None
    for t in range(window, n):
        up, down = centre[t] + reach[t], centre[t] - reach[t]
        if side is None:
            upper, lower, side = up, down, 1
        else:
            upper = up if up < upper or close[t - 1] > upper else upper
            lower = down if down > lower or close[t - 1] < lower else lower
            if side == 1 and close[t] < lower:
                side = -1
            elif side == -1 and close[t] > upper:
                side = 1
        line[t], direction[t] = (lower if side == 1 else upper), side
    return {"supertrend": line, "direction": direction}


def zscore(x, window):
    def score(part):
        std = exact_std(part, 0)
        return 0.0 if std == 0 else float(Fraction(float(part[-1])) - sum(map(Fraction, part.tolist())) / len(part)) / std

    return rolling(x, window, score)


def realized_vol(x, window):
    returns = np.concatenate([[NAN], x[1:] / x[:-1] - 1])
    return rolling(returns, window, lambda part: exact_std(part, 1))


def donchian(c, window):
    upper, lower = rolling(c["high"], window, np.max), rolling(c["low"], window, np.min)
    return {"lower": lower, "middle": (upper + lower) / 2, "upper": upper}


def ichimoku(c, conversion, base, span_b, displacement):
    def middle(w):
        return donchian(c, w)["middle"]

    def later(x):
        return np.concatenate([np.full(displacement, NAN), x[: len(x) - displacement]])

    return {
        "conversion": middle(conversion),
        "base": middle(base),
        "span_a": later((middle(conversion) + middle(base)) / 2),
        "span_b": later(middle(span_b)),
    }


def vwap(c, window):
    """Over the window (0: everything so far); the plain mean where there is no volume."""
    typical, volume = (c["high"] + c["low"] + c["close"]) / 3, c["volume"]
    out = np.full(len(typical), NAN)
    for t in range(max(window - 1, 0), len(out)):
        prices, weights = (x[0 if window == 0 else t - window + 1 : t + 1] for x in (typical, volume))
        total = math.fsum(weights)
        out[t] = math.fsum(prices * weights) / total if total > 0 else exact_mean(prices)
    return out


def dual_sma(x, fast, slow):
    return {"fast": plain_sma(x, fast), "slow": plain_sma(x, slow)}


# --- the long tail, from its definitions -----------------------------------------------------------------------------


def wema(x, window):
    out = np.full(len(x), NAN)
    out[window - 1] = exact_mean(x[:window])
    for t in range(window, len(x)):
        out[t] = out[t - 1] + (x[t] - out[t - 1]) / window
    return out


def average_move(x, window, side):
    """Wilder's average of max(side * change, 0); the first change is bar 1's."""
    moves = np.maximum(side * (x[1:] - x[:-1]), 0)
    return np.concatenate([[NAN], wema(moves, window)])


def heikin_ashi(c):
    close = (c["open"] + c["high"] + c["low"] + c["close"]) / 4
    open_ = np.empty(len(close))
    open_[0] = (c["open"][0] + c["close"][0]) / 2
    for t in range(1, len(close)):
        open_[t] = (open_[t - 1] + close[t - 1]) / 2
    return [open_, np.maximum(c["high"], np.maximum(open_, close)), np.minimum(c["low"], np.minimum(open_, close)), close]


def chandelier_exit(c, window, k):
    reach = k * plain_atr(c, window)
    return [rolling(c["high"], window, np.max) - reach, rolling(c["low"], window, np.min) + reach]


class Candle:
    def __init__(self, o, h, l, c):
        self.open, self.high, self.low, self.close = o, h, l, c
        self.rising, self.falling = c > o, c < o
        self.bottom, self.top, self.middle = min(o, c), max(o, c), (o + c) / 2


def pattern(bars, test):
    def over(c):
        candles = [Candle(*p) for p in zip(c["open"], c["high"], c["low"], c["close"])]
        return [[NAN] * (bars - 1) + [float(test(*candles[t - bars + 1 : t + 1])) for t in range(bars - 1, len(candles))]]

    return over


PATTERNS = {
    "bullish_engulfing": pattern(2, lambda a, b: a.falling and b.open < a.close and b.close > a.open),
    "bearish_engulfing": pattern(2, lambda a, b: a.rising and b.open > a.close and b.close < a.open),
    "bullish_harami": pattern(2, lambda a, b: a.close < b.open < a.open and b.close > a.close and b.high < a.high and b.low < a.open),
    "bearish_harami": pattern(2, lambda a, b: a.open < b.open < a.close and b.close < a.close and b.high < a.high and b.low > a.open),
    "piercing_line": pattern(2, lambda a, b: a.falling and b.rising and b.open < a.low and b.close > a.middle),
    "dark_cloud_cover": pattern(2, lambda a, b: a.rising and b.falling and b.open > a.high and a.open < b.close < a.middle),
    "morning_star": pattern(3, lambda a, b, c: a.falling and b.high < a.low and c.rising and c.open > b.high and c.close > a.middle),
    "evening_star": pattern(3, lambda a, b, c: a.rising and b.low > a.high and c.falling and c.open < b.low and c.close < a.middle),
    "three_white_soldiers": pattern(3, lambda a, b, c: a.rising and b.rising and c.rising and a.high < b.high < c.high and b.open < a.close and c.open < b.close),
    "three_black_crows": pattern(3, lambda a, b, c: a.falling and b.falling and c.falling and a.low > b.low > c.low
                                 and a.close < b.open < a.open and b.close < c.open < b.open),
    "downside_tasuki_gap": pattern(3, lambda a, b, c: a.falling and b.falling and b.high < a.low and c.rising
                                   and b.close < c.open < b.open and b.open < c.close < a.close),
}

# --- TA-Lib ----------------------------------------------------------------------------------------------------------


def scaled_up(f):
    """TA-Lib takes a variance below 1e-14 for zero, so tiny prices are scaled by 2^k (exactly) on the way in and out."""

    def at_any_scale(x, *args):
        scale = 2.0 ** -math.floor(math.log2(np.nanmax(x)))
        return [out / scale for out in f(x * scale, *args)]

    return at_any_scale


def bollinger(x, window, k):
    upper, middle, lower = talib.BBANDS(x, window, k, k, 0)
    return [lower, middle, upper]


def aroon(c, window):
    down, up = talib.AROON(c["high"], c["low"], window)
    return [up, down, talib.AROONOSC(c["high"], c["low"], window)]


def hlc(c):
    return c["high"], c["low"], c["close"]


# name → (reference, "series" or "bars", outputs, function, parameter sets: defaults first, then smaller and larger)
def one(name, reference, f, sets, kind="series"):
    return name, reference, kind, [name], lambda *a: [f(*a)], sets


def W(*values):
    return [{"window": v} for v in values]


CASES = [
    one("sma", "TA-Lib SMA", talib.SMA, W(20, 2, 100)),
    one("ema", "TA-Lib EMA", talib.EMA, W(20, 2, 100)),
    one("wma", "TA-Lib WMA", talib.WMA, W(20, 2, 100)),
    one("dema", "TA-Lib DEMA", talib.DEMA, W(20, 3, 50)),
    one("tema", "TA-Lib TEMA", talib.TEMA, W(20, 3, 40)),
    one("kama", "TA-Lib KAMA", lambda x, w, fast, slow: talib.KAMA(x, w), [{"window": w, "fast": 2, "slow": 30} for w in (10, 2, 50)]),
    one("rsi", "TA-Lib RSI", talib.RSI, W(14, 2, 60)),
    ("macd", "TA-Lib MACD", "series", ["macd", "signal", "histogram"], talib.MACD,
     [{"fast": 12, "slow": 26, "signal": 9}, {"fast": 3, "slow": 7, "signal": 2}, {"fast": 20, "slow": 50, "signal": 15}]),
    ("bollinger", "TA-Lib BBANDS", "series", ["lower", "middle", "upper"], scaled_up(bollinger),
     [{"window": 20, "k": 2}, {"window": 3, "k": 1.5}, {"window": 80, "k": 2.5}]),
    ("stddev", "TA-Lib STDDEV", "series", ["stddev"], scaled_up(lambda x, w: [talib.STDDEV(x, w)]), W(20, 2, 80)),
    one("roc", "TA-Lib ROC", talib.ROC, W(10, 1, 60)),
    one("momentum", "TA-Lib MOM", talib.MOM, W(10, 1, 60)),
    one("highest", "TA-Lib MAX", talib.MAX, W(20, 2, 60)),
    one("lowest", "TA-Lib MIN", talib.MIN, W(20, 2, 60)),
    one("linreg_slope", "TA-Lib LINEARREG_SLOPE", talib.LINEARREG_SLOPE, W(20, 2, 60)),
    one("atr", "TA-Lib ATR", lambda c, w: talib.ATR(*hlc(c), w), W(14, 2, 50), "bars"),
    one("true_range", "TA-Lib TRANGE", lambda c: talib.TRANGE(*hlc(c)), [{}], "bars"),
    ("adx", "TA-Lib ADX, PLUS_DI, MINUS_DI", "bars", ["adx", "plus_di", "minus_di"],
     lambda c, w: [f(*hlc(c), w) for f in (talib.ADX, talib.PLUS_DI, talib.MINUS_DI)], W(14, 2, 40)),
    ("stochastic", "TA-Lib STOCH (both averages simple)", "bars", ["k", "d"],
     lambda c, fast_k, slow_k, slow_d: talib.STOCH(*hlc(c), fast_k, slow_k, 0, slow_d, 0),
     [{"fast_k": 14, "slow_k": 3, "slow_d": 3}, {"fast_k": 2, "slow_k": 1, "slow_d": 2}, {"fast_k": 50, "slow_k": 5, "slow_d": 7}]),
    one("cci", "TA-Lib CCI", lambda c, w: talib.CCI(*hlc(c), w), W(20, 3, 60), "bars"),
    one("mfi", "TA-Lib MFI", lambda c, w: talib.MFI(*hlc(c), c["volume"], w), W(14, 2, 50), "bars"),
    one("obv", "TA-Lib OBV", lambda c: talib.OBV(c["close"], c["volume"]), [{}], "bars"),
    one("williams_r", "TA-Lib WILLR", lambda c, w: talib.WILLR(*hlc(c), w), W(14, 2, 50), "bars"),
    ("aroon", "TA-Lib AROON, AROONOSC", "bars", ["up", "down", "oscillator"], aroon, W(14, 2, 50)),
    one("psar", "TA-Lib SAR", lambda c, a, m: talib.SAR(c["high"], c["low"], a, m),
        [{"acceleration": 0.02, "maximum": 0.2}, {"acceleration": 0.05, "maximum": 0.1}, {"acceleration": 0.2, "maximum": 0.9}], "bars"),
    one("hma", "definition", hma, W(20, 4, 49)),
    one("zscore", "definition", zscore, W(20, 3, 60)),
    one("realized_vol", "definition", realized_vol, W(20, 2, 60)),
    ("dual_sma", "definition", "series", ["fast", "slow"], lambda *a: list(dual_sma(*a).values()),
     [{"fast": 10, "slow": 50}, {"fast": 1, "slow": 2}, {"fast": 30, "slow": 90}]),
    ("keltner", "definition", "bars", ["lower", "middle", "upper"], lambda *a: list(keltner(*a).values()),
     [{"window": 20, "k": 2, "atr_window": 10}, {"window": 3, "k": 1.5, "atr_window": 2}, {"window": 60, "k": 3, "atr_window": 40}]),
    ("supertrend", "definition", "bars", ["supertrend", "direction"], lambda *a: list(supertrend(*a).values()),
     [{"window": 10, "k": 3}, {"window": 2, "k": 1.5}, {"window": 40, "k": 2}]),
    ("donchian", "definition", "bars", ["lower", "middle", "upper"], lambda *a: list(donchian(*a).values()), W(20, 1, 60)),
    ("ichimoku", "definition", "bars", ["conversion", "base", "span_a", "span_b"], lambda *a: list(ichimoku(*a).values()),
     [{"conversion": 9, "base": 26, "span_b": 52, "displacement": 26}, {"conversion": 2, "base": 5, "span_b": 9, "displacement": 3},
      {"conversion": 20, "base": 40, "span_b": 60, "displacement": 30}]),
    one("vwap", "definition", vwap, W(0, 5, 50), "bars"),
]

LONG_TAIL = [
    one("trix", "TA-Lib TRIX", talib.TRIX, W(15, 2, 60)),
    one("wema", "definition", wema, W(14, 2, 60)),
    one("average_gain", "definition", lambda x, w: average_move(x, w, 1), W(14, 2, 60)),
    one("average_loss", "definition", lambda x, w: average_move(x, w, -1), W(14, 2, 60)),
    ("heikin_ashi", "definition", "bars", ["open", "high", "low", "close"], heikin_ashi, [{}]),
    ("chandelier_exit", "definition", "bars", ["exit_long", "exit_short"], chandelier_exit,
     [{"window": 22, "k": 3}, {"window": 2, "k": 1.5}, {"window": 60, "k": 2}]),
    *((name, "definition", "bars", [name], test, [{}]) for name, test in PATTERNS.items()),
]

OTHER_SOURCES = [("sma", {"window": 5}, "volume"), ("ema", {"window": 5}, "high"), ("rsi", {"window": 5}, "low"), ("roc", {"window": 3}, "open")]

# --- writing ---------------------------------------------------------------------------------------------------------


def column(x):
    x = np.asarray(x, dtype=float)
    defined = np.flatnonzero(~np.isnan(x))
    first = int(defined[0]) if len(defined) else len(x)
    return [first, [None if math.isnan(v) else short(v) for v in x[first:].tolist()]]


def short(v):
    """The shortest text that reads back as the same double; a whole number without its '.0'."""
    return int(v) if v == int(v) and abs(v) < 2**53 and not (v == 0 and math.copysign(1, v) < 0) else v


def case(candles, name, params, source):
    _, reference, kind, outputs, f, _ = next(c for c in CASES + LONG_TAIL if c[0] == name)
    given = candles[source or "close"] if kind == "series" else candles
    columns = f(given, *params.values())
    assert len(columns) == len(outputs)
    made = {"indicator": name, "params": params}
    if source:
        made["source"] = source
    return made | {"reference": reference, "outputs": {o: column(x) for o, x in zip(outputs, columns)}}


def main():
    for file, (about, candles) in DATA.items():
        n = len(candles["close"])
        assert (candles["low"] <= np.minimum(candles["open"], candles["close"])).all() and (candles["low"] > 0).all()
        assert (candles["high"] >= np.maximum(candles["open"], candles["close"])).all()
        cases = []
        for name, *_, sets in LONG_TAIL[-len(PATTERNS) :] if file == "candlesticks" else CASES + LONG_TAIL:
            cases += [case(candles, name, params, None) for params in sets[: 3 if n >= 300 else 2]]
        if file == "random_walk":
            cases += [case(candles, *other) for other in OTHER_SOURCES]
        ts = [1_600_000_000_000 // DAY * DAY + DAY * t for t in range(n)]
        columns = {"ts": ts} | {c: [short(v) for v in candles[c].tolist()] for c in ("open", "high", "low", "close", "volume")}
        text = json.dumps({"about": about, "talib": talib.__version__, "candles": columns, "cases": cases}, separators=(",", ":"), allow_nan=False)
        (HERE / f"{file}.json").write_text(text.replace(',{"indicator"', ',\n{"indicator"') + "\n")
        print(f"{file}: {n} bars, {len(cases)} cases, {len(text) / 1e6:.2f} MB")


main()
