import type { FieldSpec } from './field-spec.js';
import { PointerField } from './pointer-field.js';

/** Fields of one object of the config, three in a line; one, two and four of them stand two by two. */
export function FieldGroup({ of, fields }: { readonly of: string; readonly fields: readonly FieldSpec[] }) {
  if (fields.length === 0) return null;
  return (
    <div class={[1, 2, 4].includes(fields.length) ? 'fields even' : 'fields'}>
      {fields.map((field) => (
        <PointerField key={of + field.name} of={of} field={field} />
      ))}
    </div>
  );
}
