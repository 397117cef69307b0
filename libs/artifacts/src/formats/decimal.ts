/** The shortest decimal that reads back as the same double; −0 as "-0.0", since readers take "-0" for an integer and String() drops the sign. */
export function decimal(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value);
}
