import type { Candles } from '@projecta/candles';
import type { Catalogue } from '../catalogue.js';
import type { RunIdentity } from '../identity.js';
import type { LoadedPlugin } from '../user-plugin.js';
import type { NormalizedSweep } from './sweep-config.js';
import type { SweepPoints } from './sweep-points.js';

/** A sweep as its trials see it. */
export interface SweepSetting {
  readonly sweep: NormalizedSweep;
  /** The bars its trials see, and what identifies them. */
  readonly candles: Candles;
  readonly data: RunIdentity['data'];
  readonly points: SweepPoints;
  readonly catalogue: Catalogue;
  readonly builtIn: Catalogue;
  readonly loaded: readonly LoadedPlugin[];
  /** Decided once for all trials (C2). */
  readonly periodsPerYear: number;
}
