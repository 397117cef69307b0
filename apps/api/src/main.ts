import { ProjectaError } from '@projecta/errors';
import { readSettings } from '@projecta/home';
import { serve } from './serve.js';

/** The service by itself, as a container runs it; `projecta serve` does the same. */
try {
  await serve(readSettings());
} catch (error) {
  const known = error instanceof ProjectaError;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  if (known) for (const { path, message } of error.errors) process.stderr.write(`  ${path}: ${message}\n`);
  process.exit(known ? 2 : 1);
}
