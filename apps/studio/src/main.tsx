import { createClient } from '@projecta/client';
import { render } from 'preact';
import { ClientContext } from './api/client-context.js';
import './design/base.css';
import './design/controls.css';
import './design/feedback.css';
import './design/tables.css';
import './shell/shell.css';
import { Studio } from './shell/studio.js';

const root = document.getElementById('studio')!;
root.replaceChildren();
render(
  <ClientContext.Provider value={createClient({ baseUrl: window.location.origin })}>
    <Studio />
  </ClientContext.Provider>,
  root,
);
