import 'reflect-metadata';
import {
  Checked,
  declared,
  IndicatorList,
  instantProblem,
  int,
  type NamedDto,
  type ProblemOf,
  symbolProblem,
  timeframeProblem,
} from '@projecta/engine';
import { quote } from '@projecta/errors';
import { cursorTime, MOST_ROWS } from '../candles/candles-query.js';

const rows = int({ min: 1, max: MOST_ROWS, optional: true, unit: 'rows' });

const cursorProblem: ProblemOf = (value, path) => {
  if (typeof value === 'string' && cursorTime(value) !== undefined) return undefined;
  return { path, code: 'NOT_ALLOWED', message: `must be the next_cursor of the page before, not ${quote(value)}.` };
};

/** The body of POST /features/preview. */
export class FeaturePreviewDto {
  @Checked(symbolProblem, { required: true }) symbol: string;
  @Checked(timeframeProblem, { required: true }) timeframe: string;
  @Checked(instantProblem, { required: true }) start: string | number;
  @Checked(instantProblem, { required: true }) end: string | number;
  @IndicatorList({ required: true }) indicators: NamedDto[];
  @Checked(declared(rows)) limit?: number;
  @Checked(cursorProblem) cursor?: string;
  @Checked(declared(rows)) downsample?: number;
}
