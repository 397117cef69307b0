import { Checked, type ProblemOf } from '@projecta/engine';
import { isPlainObject } from '@projecta/plugin';
import { quote } from '@projecta/errors';

const presetName: ProblemOf = (value, path) => {
  const rule = 'must be a name of 1 to 100 characters such as "dual_sma_default"';
  if (typeof value !== 'string') return { path, code: 'WRONG_TYPE', message: `${rule}, not ${quote(value)}.` };
  const isPlain = value.length <= 100 && value.trim() === value && value !== '' && !/\p{Cc}/u.test(value);
  if (isPlain) return undefined;
  return { path, code: 'NOT_ALLOWED', message: `${rule}, without line breaks and without spaces at its ends, not ${quote(value)}.` };
};

/** An object; what stands in it is checked where it is understood. */
const someObject: ProblemOf = (value, path) =>
  isPlainObject(value) ? undefined : { path, code: 'WRONG_TYPE', message: `must be an object, not ${quote(value)}.` };

/** The body of POST /presets; `config` is checked as a RunConfig. */
export class PresetDto {
  @Checked(presetName, { required: true }) name: string;
  @Checked(someObject, { required: true }) config: object;
}

/** The body of POST /presets/{preset_id}/runs. */
export class PresetRunDto {
  @Checked(someObject) overrides?: object;
}
