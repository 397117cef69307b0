import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { factRows, pluginFacts } from '../sections/fact-rows.js';
import { section } from '../sections/section.js';
import type { SweepView } from './sweep-view.js';

/** Which sweep this is, and how to prove it. */
export function sweepProof({ result }: SweepView, engineVersion: string | undefined): Markup {
  const { identity, sweep_hash, certified, periods_per_year } = result;
  const { data, engine, plugins } = identity;
  return section({
    id: 'proof',
    title: 'Proof',
    body: [
      factRows('Hashes and versions', [
        ['sweep_hash', html`<code>${sweep_hash}</code>`],
        ['data_hash', html`<code>${data.data_hash}</code>`],
        ['Data', `${data.symbol}, ${data.timeframe}, ${formatNumber(data.bars, 0)} bars, ${formatNumber(periods_per_year, 0)} a year`],
        [
          'Engine',
          `${engine.name}${engineVersion === undefined ? '' : ` ${engineVersion}`}, semantics version ${engine.semantics_version}`,
        ],
        ['Causality', `the decisions of ${formatNumber(certified, 0)} trials, the best among them, were recomputed without their future`],
        ...pluginFacts(plugins),
      ]),
      html`<ol class="proof">
        <li>
          The sweep is its identity: <code class="command">sha256sum identity.json</code> prints the sweep_hash above, which covers what was
          searched, the data, the engine’s semantics and the plug-ins.
        </li>
        <li>
          <code class="command">projecta verify DIR</code> recomputes the hash of every file in the folder, this page included, against
          manifest.json.
        </li>
        <li>Running the base with a row’s values gives the row’s run_hash and metrics, bit for bit.</li>
      </ol>`,
    ],
  });
}
