/** What every plug-in says about itself, for catalogue, forms and docs. */
export interface About {
  /** snake_case; the id in configs. */
  readonly name: string;
  readonly title: string;
  /** One or two sentences a trader understands. */
  readonly description: string;
  /** The paper or reference implementation it follows. */
  readonly reference?: string;
  /** Required for plug-ins that are not built in: part of the run's identity. */
  readonly version?: string;
}
