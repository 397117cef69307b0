import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { FIRST_CONFIG } from '../../run/config/first-config.js';
import { firstSearch } from './search-draft.js';
import { sweepClientText } from './sweep-client-text.js';
import { sweepCurlText } from './sweep-curl-text.js';
import { builtInForms } from './testing/built-in-forms.js';

const SWEEP = { ...firstSearch(FIRST_CONFIG, builtInForms()), note: "O'NEIL" };
const URL = 'http://127.0.0.1:8000';

test('the call has the sweep as one quoted word', () => {
  const text = sweepCurlText(SWEEP, URL);
  const [, body] = /-d '([^]*)'$/.exec(text)!;
  expect(text.startsWith(`curl -sS '${URL}/sweeps'`)).toBe(true);
  expect(JSON.parse(body!.replaceAll(`'\\''`, "'"))).toEqual(SWEEP);
});

test('the module is TypeScript that submits the sweep', () => {
  const text = sweepClientText(SWEEP, URL);
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2023 } });
  expect(diagnostics).toEqual([]);
  const [, literal] = /submit\(([^]*?)\);\n\nfor/.exec(text)!;
  expect(new Function(`return ${literal};`)()).toEqual(SWEEP);
});
