import { useMemo } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { useAnswer } from '../../api/use-answer.js';
import { Refused } from '../../design/refused.js';
import { Waiting } from '../../design/waiting.js';
import type { Route } from '../../routing/route.js';
import { fieldsOf } from '../../run/form/field-spec.js';
import { type Forms, formsOf, only } from '../../run/form/forms.js';
import type { FieldSpec } from '../../run/form/field-spec.js';
import { SearchDesk } from './search-desk.js';
import { useSearch } from './use-search.js';

/** The form of a sweep, drawn from the catalogue. */
export function NewSweep({ route }: { readonly route: Route }) {
  const client = useClient();
  const catalog = useAnswer('catalog', () => client.catalog());
  const drawn = useMemo(() => {
    if (!catalog.value) return undefined;
    const [objective] = only(fieldsOf(catalog.value.sweep_config), ['objective']);
    return { forms: formsOf(catalog.value), objective };
  }, [catalog.value]);
  if (catalog.state === 'refused') return <Refused title="The form could not be drawn" refusal={catalog.refusal} again={catalog.again} />;
  if (!drawn) return <Waiting what="Reading the catalogue" height={640} />;
  return <Search route={route} {...drawn} />;
}

function Search({ route, forms, objective }: { readonly route: Route; readonly forms: Forms; readonly objective: FieldSpec | undefined }) {
  const { searched, change } = useSearch(route, forms);
  if (!searched) return <Waiting what="Opening the sweep" height={640} />;
  return <SearchDesk forms={forms} objective={objective} searched={searched} change={change} />;
}
