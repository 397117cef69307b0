import { Button } from '../design/button.js';
import { linkTo } from '../routing/route.js';

interface Props {
  readonly chosen: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the runs that are ticked; its line is always there, so that nothing jumps. */
export function ChosenRuns({ chosen, onClear }: Props) {
  if (chosen.length < 2)
    return (
      <p class="soft chosen">
        {chosen.length === 0 ? 'Tick two runs or more to compare them.' : 'One run is ticked; tick another to compare them.'}
      </p>
    );
  return (
    <p class="row chosen">
      <a class="button primary" href={linkTo('compare', undefined, new URLSearchParams(chosen.map((hash) => ['hash', hash])))}>
        Compare {chosen.length} runs
      </a>
      <Button onClick={onClear}>Clear</Button>
    </p>
  );
}
