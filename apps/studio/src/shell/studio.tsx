import { useEffect } from 'preact/hooks';
import { useRoute } from '../routing/use-route.js';
import { Masthead } from './masthead.js';
import { Session } from './session.js';
import { PAGES } from './pages.js';
import { Suspended } from './suspended.js';

/** The page: what stands on every view, and the view itself. */
export function Studio() {
  const route = useRoute();
  const { title, Page } = PAGES[route.view];
  useEffect(() => {
    document.title = `${title} · Project A`;
  }, [title]);
  return (
    <>
      <a class="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <Masthead view={route.view} />
      <main id="main" tabIndex={-1}>
        <Session>
          <Suspended key={route.view} what={title}>
            <Page route={route} />
          </Suspended>
        </Session>
      </main>
    </>
  );
}

/** The fragment is the router's, so a skip link moves the focus by itself. */
function focusMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
