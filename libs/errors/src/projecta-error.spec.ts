import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from './error-code.js';
import { ProjectaError, ValidationFailed } from './projecta-error.js';

describe('ProjectaError', () => {
  test('carries its code, its problems and its cause, and is named like its class', () => {
    const cause = new Error('disk');
    const error = new ProjectaError('STORAGE_UNAVAILABLE', 'The database cannot be opened.', [], { cause });
    expect(error).toMatchObject({ name: 'ProjectaError', code: 'STORAGE_UNAVAILABLE', errors: [], cause });
    expect(String(error)).toBe('ProjectaError: The database cannot be opened.');
  });

  test('ValidationFailed carries all problems and counts them', () => {
    const problem = { path: '/seed', code: 'REQUIRED', message: 'is required.' } as const;
    expect(new ValidationFailed([problem])).toMatchObject({
      code: 'VALIDATION_FAILED',
      message: 'The input has 1 problem.',
      errors: [problem],
    });
    expect(new ValidationFailed([problem, problem], 'The RunConfig').message).toBe('The RunConfig has 2 problems.');
    expect(new ValidationFailed([problem])).toBeInstanceOf(ProjectaError);
  });

  test('codes are upper snake and each stands once', () => {
    expect(ERROR_CODES.filter((code) => !/^[A-Z]+(_[A-Z]+)*$/.test(code))).toEqual([]);
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
  });
});
