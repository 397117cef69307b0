import { expect, test } from '@jest/globals';
import { ROW_WIDTH } from './sweep-table.js';
import { MOST_TOLD_TRIALS, untoldTrials } from './untold-trials.js';

const row = new Float64Array(ROW_WIDTH).fill(0.5);

test('a trial is told once', () => {
  const untold = untoldTrials(MOST_TOLD_TRIALS, 'sharpe');
  untold.put(7, row, 0);
  expect([untold.take(), untold.take()]).toEqual([{ trials: [[7, 0.5]] }, {}]);
});
test('of more combinations than a map is drawn of none is told', () => {
  const untold = untoldTrials(MOST_TOLD_TRIALS + 1, 'sharpe');
  untold.put(7, row, 0);
  expect(untold.take()).toEqual({});
});
