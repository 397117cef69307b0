import { CopyButton } from '../design/copy-button.js';
import { linkTo } from '../routing/route.js';

interface Props {
  readonly hashes: Readonly<Record<string, string | null>>;
  /** What the chain shows: "this run among the others". */
  readonly among: string;
}

/** Hashes to copy, by name. */
export function HashList({ hashes, among }: Props) {
  return (
    <section class="stack" aria-labelledby="hashes-title">
      <h2 id="hashes-title">Hashes</h2>
      <dl class="hashes">
        {Object.entries(hashes).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value ?? 'none: the first of its chain'}</code>
              {value !== null && <CopyButton text={value} label={`Copy ${name}`} />}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={linkTo('chain')}>The chain</a> shows {among}.
      </p>
    </section>
  );
}
