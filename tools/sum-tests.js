// Adds up what Jest wrote for each project.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Passed, failed and skipped tests over the jest.json two folders below a folder.
export function sumTests(folder) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const kind of existsSync(folder) ? readdirSync(folder) : []) {
    for (const project of readdirSync(join(folder, kind))) {
      const file = join(folder, kind, project, 'jest.json');
      if (!existsSync(file)) continue;
      const report = JSON.parse(readFileSync(file, 'utf8'));
      total.passed += report.numPassedTests;
      total.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
      total.skipped += report.numPendingTests + report.numTodoTests;
    }
  }
  return total;
}
