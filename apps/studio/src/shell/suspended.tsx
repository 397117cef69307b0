import { type ComponentChildren, Component } from 'preact';
import { Suspense } from 'preact/compat';
import { refusalOf } from '../api/refusal.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';

interface Props {
  readonly what: string;
  readonly children: ComponentChildren;
}

/** A view that is being loaded; where it breaks, that is said in its place, and the rest of the page stays usable. */
export class Suspended extends Component<Props, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static override getDerivedStateFromError(error: unknown) {
    return { error };
  }

  render() {
    const { what, children } = this.props;
    const { error } = this.state;
    if (error !== undefined) return <Refused title={`${what} broke`} refusal={refusalOf(error)} again={() => window.location.reload()} />;
    return <Suspense fallback={<Waiting what={`Loading ${what}`} />}>{children}</Suspense>;
  }
}
