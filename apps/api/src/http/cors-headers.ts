/** What pages of a listed origin may send and read. */
export const CORS_HEADERS = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'Last-Event-ID', 'Prefer', 'If-None-Match', 'If-Range', 'Range', 'X-Request-Id'],
  exposedHeaders: [
    'ETag',
    'Retry-After',
    'Content-Range',
    'Location',
    'X-Request-Id',
    'Preference-Applied',
    'X-Data-Hash',
    'X-Bars',
    'X-Source',
  ],
  maxAge: 600,
};
