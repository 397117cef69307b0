export { serve, type Serving } from './serve.js';
export { type Backend, openBackend } from './backend.js';
export { createApp } from './create-app.js';
