import { describe, expect, test } from '@jest/globals';
import { assert, dictionary, jsonValue, property, string, stringMatching } from 'fast-check';
import ts from 'typescript';
import type { Json, JsonObject } from '../config/json.js';
import { FIRST_CONFIG } from '../config/first-config.js';
import { clientText } from './client-text.js';
import { curlText, shellWord } from './curl-text.js';
import { engineText } from './engine-text.js';
import { tsLiteral } from './ts-literal.js';

const URL = 'http://127.0.0.1:8000';
const ODD: JsonObject = { ...FIRST_CONFIG, symbol: "O'NEIL", note: 'a\n"b"\\', 'a-b': [1, null, true] };

/** What a shell makes of a command: its words. */
function wordsOf(command: string): readonly string[] {
  const joined = command.replaceAll('\\\n', ' ');
  return Array.from(joined.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g), ([word]) =>
    word.replace(/'([^']*)'|\\'/g, (_all, inner: string | undefined) => inner ?? "'"),
  );
}

/** What is wrong with a module as TypeScript. */
function mistakesOf(text: string): readonly string[] {
  const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: options });
  return (diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What a literal means. */
function meaningOf(literal: string): unknown {
  return new Function(`return ${literal};`)();
}

describe('curl', () => {
  test.each([FIRST_CONFIG, ODD])('gets the config as one word, whatever is in it', (config) => {
    const words = wordsOf(curlText(config, URL));
    expect(words.slice(0, 3)).toEqual(['curl', '-sS', `${URL}/runs`]);
    expect(JSON.parse(words.at(-1)!)).toEqual(config);
  });
  test('a quoted text is one word of a shell', () => {
    assert(property(stringMatching(/^[ a'"$`\\]+$/), (text) => expect(wordsOf(`x ${shellWord(text)}`)).toEqual(['x', text])));
  });
});

describe('a literal', () => {
  test('means the value that it was made of', () => {
    assert(
      property(dictionary(string(), jsonValue({ noUnicodeString: false })), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(JSON.stringify(meaningOf(tsLiteral(json)))).toBe(JSON.stringify(json));
      }),
    );
  });
  test('is short on one line and long on many, with keys as a person writes them', () => {
    expect(tsLiteral({ name: 'sma', 'a-b': [1, 2], none: {} })).toBe("{ name: 'sma', 'a-b': [1, 2], none: {} }");
    expect(tsLiteral(FIRST_CONFIG).split('\n').length).toBeGreaterThan(3);
  });
});

describe('TypeScript', () => {
  test.each([
    ['client', clientText(FIRST_CONFIG, URL)],
    ['client, odd', clientText(ODD, URL)],
    ['engine', engineText(FIRST_CONFIG, URL)],
    ['engine, odd', engineText(ODD, URL)],
  ])('for the %s has no mistake of syntax', (_name, text) => {
    expect(mistakesOf(text)).toEqual([]);
  });
  test('that is broken is found broken', () => {
    expect(mistakesOf('const = 1;')).not.toEqual([]);
  });
  test('for the engine asks for candles only where they are not built in', () => {
    expect([engineText(FIRST_CONFIG, URL), engineText(ODD, URL)].map((text) => text.includes('candles'))).toEqual([false, true]);
  });
});
