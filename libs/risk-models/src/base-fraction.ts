import { real } from '@projecta/plugin';

/** The `base_fraction` parameter: what a model's own answer is multiplied by, such as 0.5 for half Kelly. */
export function baseFraction() {
  return real({ exclusiveMin: 0, default: 1, unit: 'multiple', description: "What the model's own weight is multiplied by." });
}
