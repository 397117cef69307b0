import { inspectDatabase } from './inspect-database.js';

// Run as a program: node database-process.js FILE. A process of its own can be ended while SQLite reads; a thread cannot.
await inspectDatabase(process.argv[2] ?? '', (step) => void process.stdout.write(`${JSON.stringify(step)}\n`));
