import type { MetricId } from '@projecta/client';
import { contractOf } from '@projecta/report';
import type { SearchAxis } from './search-space.js';

/** What a map, or a line along one axis, shows. */
export function planeTitle(metric: MetricId, across: SearchAxis, up: SearchAxis | undefined): string {
  return `${contractOf(metric).title} ${up ? `over ${across.name} (across) and ${up.name} (up)` : `along ${across.name}`}`;
}
