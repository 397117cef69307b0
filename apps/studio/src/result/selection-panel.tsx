import type { Run } from '@projecta/client';
import { formatNumber, NO_VALUE } from '@projecta/report';
import { FigureList } from '../design/figure-list.js';
import { selectionVerdict } from './selection-verdict.js';

interface Props {
  readonly selection: NonNullable<Run['selection']>;
  readonly sharpe: number | null;
  readonly symbol: string;
}

/** How many configs were tried on these candles, and what is left of the Sharpe ratio once that is counted. */
export function SelectionPanel({ selection, sharpe, symbol }: Props) {
  const { trials, effective_trials, deflated_sharpe, sidak_p } = selection;
  const number = (value: number | null, decimals: number): string => (value === null ? NO_VALUE : formatNumber(value, decimals));
  return (
    <section class="selection" aria-labelledby="selection-title">
      <h2 id="selection-title">Selection</h2>
      <p class="verdict">{selectionVerdict(selection, symbol)}</p>
      <FigureList
        figures={[
          { name: 'Configs tried on these candles', value: number(trials, 0) },
          { name: 'Independent among them, about', value: number(effective_trials, 1) },
          { name: 'Sharpe ratio', value: number(sharpe, 3) },
          { name: 'Deflated Sharpe ratio (a probability)', value: number(deflated_sharpe, 3) },
          { name: 'Šidák p-value', value: number(sidak_p, 4) },
        ]}
      />
      <p class="note">
        The deflated Sharpe ratio is the probability that the true one is above what the best of so many would show by chance; Šidák’s
        p-value is how often the best of so many does as well without any edge.
      </p>
    </section>
  );
}
