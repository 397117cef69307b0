import { describe, expect, test } from '@jest/globals';
import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { routeOf } from '../../routing/route.js';
import { decodedConfig, encodedConfig, runLink } from './config-link.js';

describe('a config in an address', () => {
  test('comes back as it was, whatever is in it', () => {
    assert(
      property(dictionary(string(), jsonValue()), (config) => {
        expect(JSON.stringify(decodedConfig(encodedConfig(config)))).toBe(JSON.stringify(JSON.parse(JSON.stringify(config))));
      }),
    );
  });
  test('has only characters that mean nothing in an address', () => {
    assert(property(string(), (note) => expect(encodedConfig({ note: `${note}?ÿ~>` })).toMatch(/^[\w-]+$/)));
  });
  test('is found in the fragment of its link', () => {
    const { view, query } = routeOf(runLink({ symbol: 'BTC/USD', note: 'µ' }));
    expect(view).toBe('run');
    expect(decodedConfig(query.get('config') ?? '')).toEqual({ symbol: 'BTC/USD', note: 'µ' });
  });
  test.each(['', '!', 'AAAA', btoa('[1]'), btoa('7'), btoa('{"a":'), btoa('\xff{}')])('%p is none', (encoded) => {
    expect(decodedConfig(encoded)).toBeUndefined();
  });
});
