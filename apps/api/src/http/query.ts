import { type Problem, quote, suggestion, ValidationFailed } from '@projecta/errors';

/** What a parameter of a query may be: reads its values, of which there is at least one, or says what is wrong with them. */
export interface QueryRule<Value> {
  readonly read: (values: readonly string[]) => Value | QueryRefusal;
  /** What holds where it is not given. */
  readonly otherwise: Value;
}

/** Why a value is not taken; the message goes on after the parameter's name. */
export interface QueryRefusal {
  readonly refused: Pick<Problem, 'code' | 'message' | 'allowed'>;
}

export type QueryRules = Readonly<Record<string, QueryRule<unknown>>>;

export type QueryOf<Rules extends QueryRules> = { readonly [Name in keyof Rules]: Rules[Name]['otherwise'] };

/**
 * The parameters of a query by their rules; an absent one has what its rule says.
 * @throws ValidationFailed with every unknown and every malformed one, each with a path such as `/limit`
 */
export function readQuery<Rules extends QueryRules>(query: object, rules: Rules): QueryOf<Rules> {
  const given = new Map(Object.entries(query as Record<string, string | string[]>));
  const problems = [...given.keys()].filter((name) => !Object.hasOwn(rules, name)).map((name) => unknownName(name, Object.keys(rules)));
  const entries = Object.entries(rules).map(([name, { read, otherwise }]) => {
    const raw = given.get(name);
    const value = raw === undefined ? otherwise : read([raw].flat());
    if (isRefusal(value)) problems.push({ path: `/${name}`, ...value.refused, message: `${name} ${value.refused.message}` });
    return [name, value];
  });
  if (problems.length > 0) throw new ValidationFailed(problems, 'The query');
  return Object.fromEntries(entries) as QueryOf<Rules>;
}

/** A whole number in a range. */
export function wholeNumber(min: number, max: number): QueryRule<number | undefined>;
export function wholeNumber(min: number, max: number, otherwise: number): QueryRule<number>;
export function wholeNumber(min: number, max: number, otherwise?: number): QueryRule<number | undefined> {
  return single(otherwise, (value) => {
    const number = Number(value);
    if (/^\d{1,16}$/.test(value) && number >= min && number <= max) return number;
    return refusal('OUT_OF_RANGE', `is ${quote(value)}; give a whole number from ${min} to ${max}.`);
  });
}

/** A text that is not empty. */
export function text(longest: number): QueryRule<string | undefined> {
  return single(undefined, (value) => plainText(value, longest));
}

/** One of some words. */
export function oneOf<Word extends string>(allowed: readonly Word[]): QueryRule<Word | undefined>;
export function oneOf<Word extends string>(allowed: readonly Word[], otherwise: Word): QueryRule<Word>;
export function oneOf<Word extends string>(allowed: readonly Word[], otherwise?: Word): QueryRule<Word | undefined> {
  return single(otherwise, (value) => {
    const word = allowed.find((each) => each === value);
    if (word !== undefined) return word;
    return refusal('NOT_ALLOWED', `is ${quote(value)}; give one of ${allowed.join(', ')}.${suggestion(value, allowed)}`, allowed);
  });
}

/** `true` or `false`; false where it is not given. */
export function flag(): QueryRule<boolean> {
  return single(false, (value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    return refusal('NOT_ALLOWED', `is ${quote(value)}; give true or false.`, ['true', 'false']);
  });
}

/** A parameter that may stand several times; repeats count once. */
export function texts({ most, longest }: { readonly most: number; readonly longest: number }): QueryRule<readonly string[]> {
  return {
    otherwise: [],
    read: (values) => {
      const distinct = [...new Set(values)];
      if (distinct.length > most) return refusal('LIMIT_EXCEEDED', `stands ${distinct.length} times; it may ${most} times.`);
      const refused = distinct.map((value) => plainText(value, longest)).find(isRefusal);
      return refused ?? distinct;
    },
  };
}

/** A list by commas; repeats count once. */
export function list({ most, longest }: { readonly most: number; readonly longest: number }): QueryRule<readonly string[] | undefined> {
  const many = texts({ most, longest });
  return single<readonly string[] | undefined>(undefined, (value) => many.read(value.split(',').map((word) => word.trim())));
}

/** The rule of a parameter that stands once at most. */
export function single<Value>(otherwise: Value, read: (value: string) => Value | QueryRefusal): QueryRule<Value> {
  return {
    otherwise,
    read: ([value, ...more]) => {
      if (more.length > 0) return refusal('NOT_ALLOWED', `stands ${more.length + 1} times; give it once.`);
      return read(value ?? '');
    },
  };
}

export function refusal(code: Problem['code'], message: string, allowed?: Problem['allowed']): QueryRefusal {
  return { refused: { code, message, ...(allowed && { allowed }) } };
}

function plainText(value: string, longest: number): string | QueryRefusal {
  if (value === '') return refusal('NOT_ALLOWED', 'is empty; give a value or leave it out.');
  if (value.length <= longest) return value;
  return refusal('NOT_ALLOWED', `has ${value.length} characters; it may have ${longest}.`);
}

function isRefusal(value: unknown): value is QueryRefusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

function unknownName(name: string, known: readonly string[]): Problem {
  const rest = known.length === 0 ? ' This call takes none.' : `${suggestion(name, known)} There are: ${known.join(', ')}.`;
  return { path: `/${name.slice(0, 60)}`, code: 'UNKNOWN_KEY', message: `${quote(name)} is no parameter of this call.${rest}` };
}
