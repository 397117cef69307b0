import { Type } from 'class-transformer';
import { IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';

/** A nested object, checked by its own class. */
export function Nested(type: () => new () => object, { required = false } = {}): PropertyDecorator {
  return (target, key) => {
    if (!required) ifGiven(target, key);
    IsObject()(target, key);
    ValidateNested()(target, key);
    Type(type)(target, key);
  };
}

/** A list of objects, each checked by its own class. */
export function NestedList(type: () => new () => object, { required = false } = {}): PropertyDecorator {
  return (target, key) => {
    if (!required) ifGiven(target, key);
    IsArray()(target, key);
    ValidateNested({ each: true })(target, key);
    Type(type)(target, key);
  };
}

const ifGiven = ValidateIf((_, value) => value !== undefined);
