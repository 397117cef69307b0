export { serve, type Serving } from './serve.js';
export { type Backend, openBackend } from './backend.js';
export { createApp } from './create-app.js';
export { openApiDocument, type OpenApiDocument } from './openapi/document.js';
