import type { RouteDoc } from './route.js';
import { artifactRoutes } from './routes/artifact-routes.js';
import { candleRoutes } from './routes/candle-routes.js';
import { catalogRoutes } from './routes/catalog-routes.js';
import { comparisonRoutes } from './routes/comparison-routes.js';
import { dataRoutes } from './routes/data-routes.js';
import { eventRoutes } from './routes/event-routes.js';
import { presetRoutes } from './routes/preset-routes.js';
import { runRoutes } from './routes/run-routes.js';
import { serverRoutes } from './routes/server-routes.js';
import { sweepRoutes } from './routes/sweep-routes.js';
import { verificationRoutes } from './routes/verification-routes.js';

/** Every route, in the order in which the document shows them. */
export function routes(): readonly RouteDoc[] {
  return [
    ...runRoutes,
    ...sweepRoutes,
    ...comparisonRoutes,
    ...eventRoutes,
    ...artifactRoutes,
    ...verificationRoutes,
    ...presetRoutes,
    ...catalogRoutes,
    ...dataRoutes,
    ...candleRoutes,
    ...serverRoutes,
  ];
}
