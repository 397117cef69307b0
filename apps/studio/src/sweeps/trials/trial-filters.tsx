import { paramText, pathName } from '@projecta/report';
import type { MetricId } from '@projecta/client';
import { Choice } from '../../design/choice.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { axisPaths, valuesOf } from '../sweep/sweep-axes.js';
import { BoundFilter } from './bound-filter.js';
import type { TrialQuery } from './ranked.js';

interface Props {
  readonly sweep: CompletedSweep;
  /** The metrics that are loaded. */
  readonly columns: readonly MetricId[];
  readonly query: TrialQuery;
  readonly onChange: (query: TrialQuery) => void;
}

const ANY = '';

/** One value of each parameter that has some, or any; and a bound for a metric. */
export function TrialFilters({ sweep: { sweep }, columns, query, onChange }: Props) {
  const choose = (path: string, text: string): void => {
    const rest = Object.fromEntries(Object.entries(query.only).filter(([each]) => each !== path));
    onChange({ ...query, only: text === ANY ? rest : { ...rest, [path]: text } });
  };
  return (
    <>
      {axisPaths(sweep).map((path) => {
        const values = valuesOf(sweep, path) ?? [];
        if (values.length < 2) return null;
        return (
          <Choice
            isNamed
            key={path}
            label={pathName(path)}
            value={query.only[path] ?? ANY}
            options={[[ANY, 'any'], ...values.map((value) => [String(value), paramText(value)] as const)]}
            onChange={(text) => choose(path, text)}
          />
        );
      })}
      <BoundFilter columns={columns} onBound={(bound) => onChange({ ...query, bound })} />
    </>
  );
}
