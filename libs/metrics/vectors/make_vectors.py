"""Writes returns.json: what numpy, pandas and scipy say of some equity curves. Run: python3 libs/metrics/vectors/make_vectors.py

numpy: quantiles (linear = type 7), covariance, least squares; pandas: std (ddof 1), running maximum; scipy.stats: population skew and kurtosis, Φ, Φ⁻¹.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

N = 300
PPY = 252.0
RISK_FREE = 0.03


def curves():
    rng = np.random.default_rng(20240101)
    market = rng.standard_t(4, N) * 0.008 + 0.0004
    yield 'normal', rng.normal(0.0008, 0.01, N), market
    yield 'fat_tails', rng.standard_t(3, N) * 0.006 + 0.001, market
    yield 'skewed', 0.02 - rng.gamma(2.0, 0.009, N), market
    yield 'follows_market', 1.3 * market + rng.normal(0.0002, 0.002, N), market
    yield 'mostly_flat', np.where(rng.uniform(size=N) < 0.8, 0.0, rng.normal(0.002, 0.01, N)), market
    yield 'autocorrelated', np.convolve(rng.normal(0.0005, 0.01, N + 4), np.ones(5) / 5, mode='valid'), market
    yield 'coarse', np.round(rng.normal(0.001, 0.01, N), 2), market


def answers(equity, close):
    e = pd.Series(equity)
    r = e.pct_change().to_numpy()[1:]
    b = pd.Series(close).pct_change().to_numpy()[1:]
    rf = RISK_FREE / PPY
    drawdown = (e / e.cummax() - 1).to_numpy()
    q05, q95 = np.quantile(r, [0.05, 0.95])
    sharpe = (r.mean() - rf) / pd.Series(r).std()
    skew, kurtosis = stats.skew(r), stats.kurtosis(r, fisher=False)
    error = np.sqrt((1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe**2) / (len(r) - 1))
    slope = stats.linregress(b, r).slope
    active = pd.Series(r - b)
    below = pd.Series(drawdown < 0)
    episodes = pd.Series(drawdown)[below].groupby((~below).cumsum()[below])
    q, lags = int(PPY + 0.5), int(4 * (len(r) / 100) ** (2 / 9))
    x = r - r.mean()
    rho = np.correlate(x, x, 'full')[len(r):] / (x @ x)
    eta = q / np.sqrt(q + 2 * sum((q - k) * rho[k - 1] for k in range(1, lags + 1)))
    return {
        'volatility': pd.Series(r).std() * np.sqrt(PPY),
        'sharpe': sharpe * np.sqrt(PPY),
        'sortino': (r.mean() - rf) / np.sqrt(np.mean(np.minimum(r - rf, 0) ** 2)) * np.sqrt(PPY),
        'skew': skew,
        'kurtosis': kurtosis - 3,
        'var_95': -q05,
        'cvar_95': -r[r <= q05 + 1e-12].mean(),
        'tail_ratio': abs(q95) / abs(q05) if q05 != 0 else None,
        'omega': r[r > 0].sum() / -r[r < 0].sum(),
        'max_drawdown': drawdown.min(),
        'avg_drawdown': episodes.min().mean(),
        'longest_drawdown_bars': int(episodes.size().max()),
        'ulcer_index': np.sqrt(np.mean(drawdown**2)),
        'psr': stats.norm.sf(-sharpe / error),
        'min_trl': 1 + (error * np.sqrt(len(r) - 1) * stats.norm.ppf(0.95) / sharpe) ** 2 if sharpe > 0 else None,
        'lo_sharpe': sharpe * eta,
        'beta': slope,
        'alpha': ((r.mean() - rf) - slope * (b.mean() - rf)) * PPY,
        'information_ratio': active.mean() / active.std() * np.sqrt(PPY),
        'buy_and_hold_return': close[-1] / close[0] - 1,
        'total_return': equity[-1] / equity[0] - 1,
        'cagr': (equity[-1] / equity[0]) ** (365.25 / N) - 1,
    }


def row(name, returns, market):
    equity = 100_000 * np.concatenate([[1.0], np.cumprod(1 + returns)])
    close = 50 * np.concatenate([[1.0], np.cumprod(1 + market)])
    values = {key: None if value is None else float(value) for key, value in answers(equity, close).items()}
    return {'name': name, 'equity': equity.tolist(), 'close': close.tolist(), 'metrics': values}


vectors = {
    'source': f'numpy {np.__version__}, pandas {pd.__version__}, scipy {__import__("scipy").__version__}',
    'periods_per_year': PPY,
    'risk_free': RISK_FREE,
    'curves': [row(*curve) for curve in curves()],
}
Path(__file__).with_name('returns.json').write_text(json.dumps(vectors, indent=None, separators=(',', ':')).replace('{"name"', '\n{"name"') + '\n')
