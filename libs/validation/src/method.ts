import type { About, Params } from '@projecta/plugin';

/** A validation method as catalogue, forms and documents see it. */
export interface ValidationMethod<P extends Params = Params> extends About {
  readonly kind: 'validation_method';
  readonly params: P;
  /** What the method compares against, in one sentence. */
  readonly null_hypothesis?: string;
}

/** Declares a validation method. */
export function defineValidationMethod<const P extends Params>(declaration: Omit<ValidationMethod<P>, 'kind'>): ValidationMethod<P> {
  return { ...declaration, kind: 'validation_method' };
}
