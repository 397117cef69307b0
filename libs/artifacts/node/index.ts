export { writeRunFolder } from './write-run-folder.js';
export { stageRun, type StagedRun } from './stage-run.js';
export { cleanTemporary } from './clean-temporary.js';
export { readRunFolder, type RunFolder } from './read-run-folder.js';
export { verifyRunFolder } from './verify-run-folder.js';
export { findRun, listRuns, removeRun, resolveRun, runFolder, runsFolder, type StoredRun } from './run-store.js';
