import { ProjectaError, type Problem, quote, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { optionValue } from './option-value.js';

type Axes = Readonly<Record<string, JsonValue>>;

/** `a:b` and `a:b:step`, as far as they may be meant for numbers. */
const RANGE = /^[-+.\d][^:,]*(:[^:,]*)+$/;

/**
 * The axes of a grid from `path=values`: a range `5:50:5` (the end included), or a list `5,10,20` of numbers, true, false and words, or JSON.
 * @throws ValidationFailed with every option that cannot be read
 */
export function gridOptions(options: readonly string[]): Axes {
  return axesOf('--grid', options, (values) => (RANGE.test(values) ? values : listOf(values)));
}

/**
 * The axes of a random sweep from `path=range`: `5:50`, with a step `5:50:5`, and with `,log` for equal chances by ratio; or a list to draw from.
 * @throws ValidationFailed with every option that cannot be read
 */
export function randomOptions(options: readonly string[]): Axes {
  return axesOf('--random', options, (written) => {
    const [, range = '', scale] = /^(.*?)(?:,(log|linear))?$/.exec(written)!;
    if (!RANGE.test(range)) return written.startsWith('{') ? optionValue(written) : { values: listOf(written) };
    const [min = '', max = '', step, ...more] = range.split(':');
    if (more.length > 0) throw refusal(`${quote(range)} is no range. Write it as min:max or min:max:step.`);
    return {
      ...{ min: optionValue(min), max: optionValue(max) },
      ...(step !== undefined && { step: optionValue(step) }),
      ...(scale !== undefined && { scale }),
    };
  });
}

function axesOf(option: string, settings: readonly string[], read: (values: string) => JsonValue): Axes {
  const problems: Problem[] = [];
  const axes = new Map<string, JsonValue>();
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const [path, values] = [setting.slice(0, Math.max(0, at)), setting.slice(at + 1)];
    try {
      if (path === '' || values === '') throw refusal(`${quote(setting)} is not path=values. Write it as ${option} fast=5:50:5.`);
      if (axes.has(path)) throw refusal(`${quote(path)} is given twice. Give all its values in one ${option}.`);
      axes.set(path, read(values));
    } catch (error) {
      if (!(error instanceof ProjectaError)) throw error;
      problems.push({ path: `${option} ${path}`.trimEnd(), code: error.code, message: error.message });
    }
  }
  if (problems.length > 0) throw new ValidationFailed(problems, 'The command line');
  return Object.fromEntries(axes);
}

function listOf(values: string): JsonValue {
  if (values.startsWith('[')) return optionValue(values);
  return values.split(',').map((value) => optionValue(value.trim()));
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', message);
}
