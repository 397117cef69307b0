import { html, type Markup } from '../html.js';
import { formatNumber } from '../format/format-number.js';
import type { RunView } from '../run-view.js';
import { type Fact, factRows, pluginFacts } from './fact-rows.js';
import { section } from './section.js';

/** What was run, to the last default, and how to prove it. */
export function provenance({ run }: RunView, engineVersion: string | undefined): Markup {
  const { identity } = run;
  const { engine, data } = identity;
  const rows: readonly Fact[] = [
    ['run_hash', html`<code>${run.run_hash}</code>`],
    ['config_hash', html`<code>${run.config_hash}</code>`],
    ['data_hash', html`<code>${run.data_hash}</code>`],
    [
      'Data',
      `${data.symbol}, ${data.timeframe}, ${formatNumber(data.bars, 0)} bars, ${run.summary.gaps === 0 ? 'no gaps' : `${formatNumber(run.summary.gaps, 0)} gaps`}`,
    ],
    ['Engine', `${engine.name}${engineVersion === undefined ? '' : ` ${engineVersion}`}, semantics version ${engine.semantics_version}`],
    ['Seed', String(run.config.seed)],
    ...pluginFacts(identity.plugins),
  ];
  return section({
    id: 'provenance',
    title: 'Configuration and proof',
    body: [
      factRows('Hashes and versions', rows),
      html`<h3>How to prove it</h3>
        <ol class="proof">
          <li>
            The run is its identity: <code class="command">sha256sum identity.json</code> prints the run_hash above, which covers the
            configuration, the data, the engine’s semantics and the plug-ins.
          </li>
          <li>
            <code class="command">projecta verify DIR</code> recomputes the hash of every artifact in the folder, this page included,
            against manifest.json; with <code>--replay</code> it runs the backtest again and says what differs.
          </li>
          <li>Anyone with the same candles and this configuration gets the same bytes, on any machine.</li>
        </ol>`,
      html`<details>
        <summary>Configuration in normal form</summary>
        <pre tabindex="0">${JSON.stringify(run.config, null, 2)}</pre>
      </details>`,
    ],
  });
}
