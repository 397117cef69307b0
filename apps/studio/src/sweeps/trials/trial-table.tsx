import type { MetricId } from '@projecta/client';
import { contractOf, formatNumber, formatStatistic, paramText, pathName } from '@projecta/report';
import { Button } from '../../design/button.js';
import { SortHead } from '../../design/sort-head.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import type { SortKey, TrialQuery } from './ranked.js';
import { metricAt, type Trials } from './trials.js';
import { useOpenTrial } from './use-open-trial.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly trials: Trials;
  readonly columns: readonly MetricId[];
  readonly query: TrialQuery;
  readonly rows: Int32Array;
  readonly onQuery: (query: TrialQuery) => void;
}

/** A page of trials, sorted by any column. */
export function TrialTable({ sweep, trials, columns, query, rows, onQuery }: Props) {
  const { opening, open } = useOpenTrial(sweep, trials);
  const paths = Object.keys(trials.params);
  const sortBy = (sort: SortKey): void => {
    const turned = query.order === 'descending' ? 'ascending' : 'descending';
    onQuery({ ...query, sort, order: query.sort === sort ? turned : firstOrder(sort) });
  };
  const head = (id: SortKey, name: string) => (
    <SortHead key={id} id={id} sorted={query.sort === id ? query.order : undefined} onSort={sortBy} class="n">
      {name}
    </SortHead>
  );
  return (
    <>
      <div class="scroll trials-scroll" tabIndex={0} role="region" aria-label="Table of trials">
        <table>
          <caption class="hidden">Trials with their parameters and metrics; the button in the last column opens one as a run</caption>
          <thead>
            <tr>
              {head('trial', '#')}
              {paths.map((path) => head(`param ${path}`, pathName(path)))}
              {columns.map((id) => head(`metric ${id}`, contractOf(id).title))}
              <th scope="col">run_hash</th>
              <th scope="col">
                <span class="hidden">Open</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from(rows, (row) => (
              <tr key={row} class={row === sweep.best.row ? 'is-best' : undefined}>
                <td class="n">{formatNumber(trials.trial[row]!, 0)}</td>
                {paths.map((path) => (
                  <td key={path} class="n">
                    {paramText(trials.params[path]![row]!)}
                  </td>
                ))}
                {columns.map((id) => (
                  <td key={id} class="n">
                    {formatStatistic(id, metricAt(trials, id, row))}
                  </td>
                ))}
                <td>
                  <code title={trials.run_hash[row]}>{trials.run_hash[row]!.slice(0, 12)}</code>
                </td>
                <td>
                  <Button kind="quiet" onClick={() => open(row)} aria-label={`Open trial ${formatNumber(trials.trial[row]!, 0)} as a run`}>
                    {opening?.row === row && !opening.refusal ? 'Opening …' : 'Open'}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opening?.refusal && (
        <p class="loss" role="alert">
          {opening.refusal.detail}
        </p>
      )}
    </>
  );
}

/** What reads best from its small end is sorted that way first. */
function firstOrder(sort: SortKey): TrialQuery['order'] {
  const [kind, name] = sort.split(' ', 2);
  if (kind !== 'metric') return 'ascending';
  return contractOf(name as MetricId).lowerIsBetter ? 'ascending' : 'descending';
}
