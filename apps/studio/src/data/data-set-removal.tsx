import type { DataSet } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';
import { Refused } from '../design/refused.js';

/** Takes a data set away, once that has been said twice. */
export function DataSetRemoval({
  dataSet: { symbol, timeframe },
  onRemoved,
}: {
  readonly dataSet: DataSet;
  readonly onRemoved: () => void;
}) {
  const client = useClient();
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = (): void => {
    client.datasets.remove(symbol, timeframe ?? undefined).then(onRemoved, (error: unknown) => setRefusal(refusalOf(error)));
  };
  if (refusal) return <Refused title="The data set was not removed" refusal={refusal} again={remove} />;
  if (!isAsked) return <Button onClick={() => setAsked(true)}>Remove …</Button>;
  return (
    <>
      <Button kind="danger" onClick={remove}>
        Remove {symbol} {timeframe}
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        Keep it
      </Button>
      <span class="soft">Versions that kept runs used are kept with them.</span>
    </>
  );
}
