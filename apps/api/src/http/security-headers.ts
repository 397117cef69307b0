import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What a browser is told about every answer. Over plain HTTP on loopback HTTPS is neither there nor asked for: an `upgrade` would break
 * the page.
 */
export function securityHeaders(): RequestHandler {
  const directives = { ...helmet.contentSecurityPolicy.getDefaultDirectives() };
  delete directives['upgrade-insecure-requests'];
  return helmet({ contentSecurityPolicy: { useDefaults: false, directives }, strictTransportSecurity: false });
}
