import type { Problem } from '@projecta/errors';
import { plainToInstance } from 'class-transformer';
import type { Catalogue } from '../catalogue.js';
import { dtoProblems } from './dto-problems.js';
import { RunConfigDto } from './run-config.dto.js';

/** Every problem of a submitted RunConfig, each with its path, in the order of the document. */
export function configProblems(submitted: object, catalogue: Catalogue): Problem[] {
  return dtoProblems(plainToInstance(RunConfigDto, submitted), catalogue);
}
