import { type CallsOf, Fits, namedCall } from './fits.js';
import { NamedDto } from './named.dto.js';
import { NestedList } from './nested.js';

/** Indicators of the catalogue by name. */
export function IndicatorList(options: { readonly required?: boolean } = {}): PropertyDecorator {
  return (target, key) => {
    NestedList(() => NamedDto, options)(target, key);
    Fits(indicatorCalls)(target, key);
  };
}

const indicatorCalls: CallsOf = (value, path) =>
  Array.isArray(value) ? value.flatMap((one, i) => namedCall('indicator', 'name')(one, `${path}/${i}`)) : [];
