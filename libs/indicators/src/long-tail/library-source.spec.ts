import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import * as longTail from './index.js';

const FILE = `${import.meta.url.slice('file://'.length, import.meta.url.indexOf('/libs/indicators/src/'))}/node_modules/technicalindicators/dist/index.js`;
const UNITS = readUnits(FILE);

/** What a value must not pass through: rounding by digits, Math functions on which engines differ or that round, chance, clock, locale, output. */
const FORBIDDEN =
  /\.toFixed|\.toPrecision|\.toLocale\w+|parseFloat|Math\.(?!abs\b|max\b|min\b|sqrt\b)\w+|\*\*|\bDate\b|\bIntl\b|\bwindow\b|\bglobal(?:This)?\b/;

/** The one exemption: rounding to a process-wide precision, which the adapter switches off (see its spec). */
const FORMAT = `function format(v) {
    let precision = getConfig("precision");
    if (precision) {
        return parseFloat(v.toPrecision(precision));
    }
    return v;
}`;

describe('the source of the library', () => {
  test.each(Object.values(longTail).map(({ name, reference }) => [name, reference!.split(' ')[2]!]))(
    'neither rounds nor leaves plain arithmetic anywhere that %s (%s) reaches',
    (_, libraryName) => {
      const reached = unitsReachedFrom(libraryName);
      expect(reached.size).toBeGreaterThan(2);
      for (const unit of reached) {
        if (unit === 'format') expect(UNITS.get(unit)).toBe(FORMAT);
        else expect([unit, FORBIDDEN.exec(UNITS.get(unit)!)?.[0]]).toEqual([unit, undefined]);
      }
    },
  );

  test.each([
    ['doji', '.toPrecision'],
    ['dragonflydoji', '.toPrecision'],
    ['gravestonedoji', '.toPrecision'],
    ['abandonedbaby', '.toPrecision'],
    ['morningdojistar', '.toPrecision'],
    ['eveningdojistar', '.toPrecision'],
    ['bullishharamicross', '.toPrecision'],
    ['bearishharamicross', '.toPrecision'],
    ['bullishmarubozu', '.toPrecision'],
    ['bearishmarubozu', '.toPrecision'],
    ['bullishhammerstick', '.toPrecision'],
    ['bearishhammerstick', '.toPrecision'],
    ['bullishinvertedhammerstick', '.toPrecision'],
    ['bearishinvertedhammerstick', '.toPrecision'],
    ['hammerpattern', '.toPrecision'],
    ['hammerpatternunconfirmed', '.toPrecision'],
    ['hangingman', '.toPrecision'],
    ['hangingmanunconfirmed', '.toPrecision'],
    ['shootingstar', '.toPrecision'],
    ['shootingstarunconfirmed', '.toPrecision'],
    ['bullish', '.toPrecision'],
    ['bearish', '.toPrecision'],
    ['StochasticRSI', '.toFixed'],
    ['SD', 'Math.pow'],
    ['ADL', 'Math.round'],
  ])('has %s refused for %s', (libraryName, found) => {
    const texts = [...unitsReachedFrom(libraryName)].filter((unit) => unit !== 'format').map((unit) => UNITS.get(unit)!);
    expect(texts.join('\n')).toContain(found);
    expect(FORBIDDEN.test(texts.join('\n'))).toBe(true);
  });
});

/**
 * Everything that running `root` can execute, by name: functions and variables it mentions, constructors of classes it mentions,
 * and of those classes each method whose name it mentions. More than is really run, never less.
 */
function unitsReachedFrom(root: string): Set<string> {
  const reached = new Set<string>();
  const words = new Set([root, 'nextValue']);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const [unit, text] of UNITS) {
      const [owner, method] = unit.split('.') as [string, string?];
      if (reached.has(unit) || !words.has(owner) || (method !== undefined && !words.has(method))) continue;
      reached.add(unit);
      for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
    }
  }
  return reached;
}

/** The top-level functions, variables and classes of a file, a class as one unit for its constructor and fields and one for each method; without comments. */
function readUnits(file: string): Map<string, string> {
  const source = ts.createSourceFile(file, ts.sys.readFile(file)!, ts.ScriptTarget.Latest);
  const printer = ts.createPrinter({ removeComments: true });
  const print = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, source);
  const units = new Map<string, string>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) units.set(statement.name!.text, print(statement));
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        units.set(print(name), initializer ? print(initializer) : '');
    if (!ts.isClassDeclaration(statement)) continue;
    const name = statement.name!.text;
    const isMethod = (member: ts.ClassElement): boolean => ts.isMethodDeclaration(member) || ts.isAccessor(member);
    const fields = statement.members.filter((member) => !isMethod(member));
    units.set(name, [...(statement.heritageClauses ?? []), ...fields].map(print).join('\n'));
    for (const member of statement.members.filter(isMethod)) {
      const unit = `${name}.${print(member.name!)}`;
      units.set(unit, `${units.get(unit) ?? ''}\n${print(member)}`);
    }
  }
  return units;
}
