import { judgement } from '@projecta/report';
import { useAnswer } from '../../api/use-answer.js';
import { Drawn } from '../../design/drawn.js';
import { Refused } from '../../design/refused.js';
import { Waiting } from '../../design/waiting.js';
import type { CompletedSweep } from './completed-sweep.js';
import { keptSweep } from './kept-sweep.js';
import type { SweepTables } from './sweep-tables.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly tables: SweepTables;
}

/** How much of the best the search alone explains, with the distributions behind it. */
export function EvidenceOfSearch({ sweep, tables }: Props) {
  const answer = useAnswer(`judged ${sweep.sweep_hash} ${sweep.attempt}`, async () => {
    const [judged, detail] = await Promise.all([tables.judged(), tables.detail()]);
    return judgement(keptSweep(sweep, { judged, detail }));
  });
  if (answer.state === 'refused') return <Refused title="The judgement cannot be read" refusal={answer.refusal} again={answer.again} />;
  if (!answer.value) return <Waiting what="Loading the distributions" height={780} />;
  return <Drawn part={answer.value} />;
}
