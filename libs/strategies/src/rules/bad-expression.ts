/** What is wrong at one place of an expression. */
export interface Fault {
  /** Where in the text, counted from 1; line breaks count as one character. */
  readonly column: number;
  readonly message: string;
}

/** Ends the reading of an expression at its first error of form: what follows it could only be guessed at. */
export class BadExpression extends Error {
  readonly column: number;

  constructor(column: number, message: string) {
    super(message);
    this.name = 'BadExpression';
    this.column = column;
  }
}
