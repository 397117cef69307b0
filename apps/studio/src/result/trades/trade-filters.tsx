import type { TradeRow } from '@projecta/client';
import { useMemo } from 'preact/hooks';
import { Choice } from '../../design/choice.js';
import type { TradeQuery } from './trade-list.js';

interface Props {
  readonly trades: readonly TradeRow[];
  readonly query: TradeQuery;
  readonly onChange: (query: TradeQuery) => void;
}

export function TradeFilters({ trades, query, onChange }: Props) {
  const reasons = useMemo(() => [...new Set(trades.map(({ reason }) => reason))].sort(), [trades]);
  const isAmbiguous = useMemo(() => trades.some(({ ambiguous }) => ambiguous), [trades]);
  return (
    <div class="row filters">
      <Choice label="Side" value={query.side} onChange={(side) => onChange({ ...query, side })} options={SIDES} />
      <Choice
        label="Outcome"
        value={query.outcome}
        onChange={(outcome) => onChange({ ...query, outcome })}
        options={isAmbiguous ? [...OUTCOMES, ['ambiguous', 'Ambiguous']] : OUTCOMES}
      />
      <Choice
        label="Exit by"
        value={query.reason}
        onChange={(reason) => onChange({ ...query, reason })}
        options={[['all', 'Any reason'], ...reasons.map((reason) => [reason, reason.replaceAll('_', ' ')] as const)]}
      />
    </div>
  );
}

const SIDES = [
  ['all', 'Long and short'],
  ['long', 'Long'],
  ['short', 'Short'],
] as const;

const OUTCOMES: readonly (readonly [TradeQuery['outcome'], string])[] = [
  ['all', 'Won and lost'],
  ['won', 'Won'],
  ['lost', 'Lost'],
];
