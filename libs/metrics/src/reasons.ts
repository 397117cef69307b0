/** Why numbers do not exist, where several metrics say the same. */
export const NO_RETURNS = 'There is no return: the curve has fewer than two bars.';
export const ONE_RETURN = 'A standard deviation needs at least two returns (three bars).';
export const NO_VARIANCE = 'The returns do not vary, so their standard deviation is 0.';
export const NO_CLOSE = 'There is no price to compare with: only an equity curve was given.';
export const NO_LEDGER = 'There are no fills and trades: only an equity curve was given.';
export const NO_TRADES = 'No trade was closed.';
