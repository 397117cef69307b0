import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { useAnswer } from '../api/use-answer.js';
import { Button } from '../design/button.js';
import { Field } from '../design/field.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';

/** Lets the views in once the service does: a service with a token asks for it once. */
export function Session({ children }: { readonly children: ComponentChildren }) {
  const client = useClient();
  const known = useAnswer('session', () => client.runs.list({ limit: 1 }));
  if (known.state === 'answered' || known.value) return <>{children}</>;
  if (known.state === 'asking') return <Waiting what="Asking the service" />;
  if (known.refusal.code === 'UNAUTHORIZED') return <TokenForm onDone={known.again} />;
  return <Refused title="The service is not ready" refusal={known.refusal} again={known.again} />;
}

function TokenForm({ onDone }: { readonly onDone: () => void }) {
  const client = useClient();
  const [token, setToken] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    await client.beginSession(token).then(onDone, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <form class="token" onSubmit={(event) => void begin(event)}>
      <h1>This service wants its token</h1>
      <p class="lead">It is what PROJECTA_API_TOKEN was set to where the service was started. The browser gets a cookie for it.</p>
      <Field label="Token" error={refusal?.detail}>
        {(field) => (
          <input
            {...field}
            type="password"
            autocomplete="current-password"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button kind="primary" type="submit" disabled={token === ''}>
        Begin
      </Button>
    </form>
  );
}
