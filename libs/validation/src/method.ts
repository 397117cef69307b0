import type { About, Params, ParamsOf } from '@projecta/plugin';

/** A validation method as catalogue, forms and documents see it. */
export interface ValidationMethod<P extends Params = Params> extends About {
  readonly kind: 'validation_method';
  readonly params: P;
  /** A rule between parameters, or of one that its declaration cannot say; undefined when they fit. */
  check?(params: ParamsOf<P>): { readonly param: string; readonly message: string } | undefined;
  /** What the method compares against, in one sentence. */
  readonly null_hypothesis?: string;
}

/** Declares a validation method. */
export function defineValidationMethod<const P extends Params>(declaration: Omit<ValidationMethod<P>, 'kind'>): ValidationMethod<P> {
  return { ...declaration, kind: 'validation_method' };
}
