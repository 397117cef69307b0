import type { PluginIdentity } from '@projecta/engine';
import { type Content, html, type Markup } from '../html.js';

export type Fact = readonly [name: string, value: Content];

/** Facts by name, a line each. */
export function factRows(caption: string, facts: readonly Fact[]): Markup {
  return html`<div class="scroll">
    <table class="facts">
      <caption class="hidden">
        ${caption}
      </caption>
      <tbody>
        ${facts.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The plug-ins that are part of an identity. */
export function pluginFacts(plugins: readonly PluginIdentity[]): Fact[] {
  return plugins.map(({ kind, name, version, digest }) => [
    `Plug-in (${kind.replaceAll('_', ' ')})`,
    html`${name} ${version} <code>${digest ?? 'passed as a value: no digest'}</code>`,
  ]);
}
