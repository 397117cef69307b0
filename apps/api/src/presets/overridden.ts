import type { JsonValue } from '@projecta/hashing';

type JsonObject = Readonly<Record<string, JsonValue>>;

/**
 * A config with part of another laid over it, as a JSON merge patch (RFC 7396): objects are merged key by key, null takes a key away,
 * lists and plain values take the old one's place. One thing more: where a part names another plug-in (`name` or `model`), the old one's
 * `params` do not stay.
 */
export function overridden(config: JsonObject, overrides: JsonObject): JsonObject {
  const changed = new Map(Object.entries(config));
  if (namesAnother(config, overrides)) changed.delete('params');
  for (const [key, value] of Object.entries(overrides)) {
    if (value === null) changed.delete(key);
    else changed.set(key, isObject(value) ? overridden(objectIn(changed.get(key)), value) : value);
  }
  return Object.fromEntries(changed);
}

function namesAnother(config: JsonObject, overrides: JsonObject): boolean {
  return ['name', 'model'].some((key) => Object.hasOwn(overrides, key) && Object.hasOwn(config, key) && overrides[key] !== config[key]);
}

function objectIn(value: JsonValue | undefined): JsonObject {
  return value !== undefined && isObject(value) ? value : {};
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
