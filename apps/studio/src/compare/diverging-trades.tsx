import type { Comparison, TradeRow } from '@projecta/client';
import { formatBarTime, formatSignedCash, formatSignificant } from '@projecta/report';
import { counted } from '../design/number-words.js';
import { useClient } from '../api/client-context.js';
import { arrowTable } from '../api/arrow-table.js';
import { useAnswer } from '../api/use-answer.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { firstDivergence } from './first-divergence.js';
import { letterOf, RunLetter } from './run-letter.js';

/** Where the trades of each run part from those of the first. */
export function DivergingTrades({ comparison: { runs } }: { readonly comparison: Comparison }) {
  const client = useClient();
  const answer = useAnswer(`trades ${runs.map(({ run_hash }) => run_hash).join()}`, () =>
    Promise.all(
      runs.map(async ({ run_hash }) => {
        const response = await client.artifacts.get(run_hash, 'trades.parquet', { format: 'arrow' });
        return arrowTable(await response.arrayBuffer()).objects() as unknown as TradeRow[];
      }),
    ),
  );
  return (
    <section class="stack" aria-labelledby="diverging">
      <h2 id="diverging">First trade that differs</h2>
      {answer.state === 'refused' && <Refused title="The trades cannot be read" refusal={answer.refusal} again={answer.again} />}
      {answer.state === 'asking' && !answer.value && <Waiting what="Loading the trades" height={120} />}
      {answer.value?.slice(1).map((trades, i) => (
        <Pair key={runs[i + 1]!.run_hash} first={answer.value![0]!} other={trades} i={i + 1} />
      ))}
    </section>
  );
}

function Pair({ first, other, i }: { readonly first: readonly TradeRow[]; readonly other: readonly TradeRow[]; readonly i: number }) {
  const found = firstDivergence(first, other);
  if (!found)
    return (
      <p>
        <RunLetter i={0} /> and <RunLetter i={i} /> made the same {counted(first.length, 'trade')}.
      </p>
    );
  const same = found.at === 0 ? 'part at their first trade' : `made the same ${found.at} trades, then part at trade ${found.at + 1}`;
  return (
    <div>
      <p>
        <RunLetter i={0} /> and <RunLetter i={i} /> {same}.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Trade ${found.at + 1} of runs A and ${letterOf(i)}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Run</th>
              {FIELDS.map(([, name]) => (
                <th scope="col" key={name} class="n">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.trades.map((trade, k) => (
              <tr key={k}>
                <th scope="row">
                  <RunLetter i={k === 0 ? 0 : i} />
                </th>
                {trade ? (
                  FIELDS.map(([column, name, text]) => (
                    <td key={name} class={`n ${found.columns.includes(column) ? 'other' : 'soft'}`}>
                      {text(trade)}
                    </td>
                  ))
                ) : (
                  <td colSpan={FIELDS.length} class="n">
                    no such trade
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const FIELDS: readonly (readonly [column: keyof TradeRow, name: string, text: (trade: TradeRow) => string])[] = [
  ['side', 'Side', ({ side }) => (side > 0 ? 'Long' : 'Short')],
  ['entry_ts', 'Entered', ({ entry_ts }) => formatBarTime(entry_ts, entry_ts % 86_400_000 === 0)],
  ['exit_ts', 'Left', ({ exit_ts }) => formatBarTime(exit_ts, exit_ts % 86_400_000 === 0)],
  ['quantity', 'Quantity', ({ quantity }) => formatSignificant(quantity, 6)],
  ['entry_price', 'Entry', ({ entry_price }) => formatSignificant(entry_price, 7)],
  ['exit_price', 'Exit', ({ exit_price }) => formatSignificant(exit_price, 7)],
  ['reason', 'Reason', ({ reason }) => reason.replaceAll('_', ' ')],
  ['net_pnl', 'Net P&L', ({ net_pnl }) => formatSignedCash(net_pnl)],
];
