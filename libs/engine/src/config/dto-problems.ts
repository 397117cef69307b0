import { type Problem, quote, suggestion } from '@projecta/errors';
import { pointerKey } from '@projecta/plugin';
import { validateSync, type ValidationError } from 'class-validator';
import type { Catalogue } from '../catalogue.js';
import type { CheckContext } from './checked.js';
import { CATALOGUE, callProblems, type FitsContext } from './fits.js';

/** Every problem of a body that was made into its class, each with its path, in the order of the class. Plug-ins are looked up in the catalogue. */
export function dtoProblems(dto: object, catalogue: Catalogue): Problem[] {
  Object.defineProperty(dto, CATALOGUE, { value: catalogue });
  const errors = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  return errors.flatMap((error) => problemsOf(error, '', catalogue));
}

function problemsOf(error: ValidationError, parent: string, catalogue: Catalogue): Problem[] {
  const path = `${parent}/${pointerKey(error.property)}`;
  const contexts = (error.contexts ?? {}) as { readonly checked?: CheckContext; readonly fits?: FitsContext };
  const isNoList = error.constraints?.['isArray'] !== undefined; // then what it holds was judged as if it were an item
  const problems = isNoList ? [] : (error.children ?? []).flatMap((child) => problemsOf(child, path, catalogue));
  for (const constraint of Object.keys(error.constraints ?? {})) {
    switch (constraint) {
      case 'checked':
        problems.push(...[contexts.checked?.problemOf(error.value, path)].filter((one) => one !== undefined));
        break;
      case 'fits':
        problems.push(...callProblems(catalogue, contexts.fits?.callsOf(error.value, path) ?? []));
        break;
      case 'whitelistValidation':
        problems.push(unknownKey(error, path));
        break;
      case 'isArray':
        problems.push(
          error.value === undefined
            ? { path, code: 'REQUIRED', message: 'is required: it must be a list.' }
            : { path, code: 'WRONG_TYPE', message: `must be a list, not ${quote(error.value)}.` },
        );
        break;
      case 'isObject':
      case 'nestedValidation':
        problems.push(
          error.value === undefined
            ? { path, code: 'REQUIRED', message: 'is required: it must be an object such as {"name": "dual_sma"}.' }
            : { path, code: 'WRONG_TYPE', message: `must be an object, not ${quote(error.value)}.` },
        );
    }
  }
  return distinct(problems);
}

/** class-validator says of a nested value both that it is no object and that it cannot look into it: once is enough. */
function distinct(problems: readonly Problem[]): Problem[] {
  return problems.filter((one, i) => problems.findIndex((other) => other.path === one.path && other.code === one.code) === i);
}

function unknownKey(error: ValidationError, path: string): Problem {
  const known = Object.keys(new (error.target!.constructor as new () => object)());
  return {
    path,
    code: 'UNKNOWN_KEY',
    message: `there is no ${quote(error.property)} here.${suggestion(error.property, known)} It takes ${known.join(', ')}.`,
    allowed: known,
  };
}
