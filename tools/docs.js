// Writes the tables of specs/ that follow from the code: `node tools/docs.js`; `--check` only says whether they are in step.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { catalogueOf, configParams } from '@projecta/engine';
import { METRICS } from '@projecta/metrics';
import { paramsSchema } from '@projecta/plugin';

const specs = join(dirname(dirname(fileURLToPath(import.meta.url))), 'specs');
const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

function params(definition) {
  const { properties, required } = paramsSchema(configParams(definition));
  const words = Object.entries(properties).map(([name, schema]) => {
    const fallback = required.includes(name)
      ? 'required'
      : schema.default === undefined
        ? 'optional'
        : `= ${JSON.stringify(schema.default)}`;
    return `\`${name}\` ${fallback}`;
  });
  return words.join(', ') || 'none';
}

function section(title, definitions, extra = () => '') {
  const rows = [...definitions.values()].map(
    (one) =>
      `| \`${one.name}\` | ${cell(one.title)}. ${cell(one.description)}${extra(one)} | ${cell(params(one))} | ${cell(one.reference ?? '')} |`,
  );
  return `## ${title}\n\n| name | what it is | parameters | reference |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const catalogue = catalogueOf();
const outputs = (one) => (one.outputs.length > 1 ? ` Outputs: ${one.outputs.map((name) => `\`${name}\``).join(', ')}.` : '');
const documents = {
  'catalogue.md': [
    '# Catalogue\n\nMade from the declarations by `node tools/docs.js`; the same facts are in `projecta catalog`.\n',
    section('Strategies', catalogue.strategy),
    section('Indicators', catalogue.indicator, outputs),
    section('Risk models', catalogue.risk_model),
    section('Slippage models', catalogue.slippage_model),
    section('Validation methods', catalogue.validation_method),
  ].join('\n'),
  'metrics.md':
    '# Metrics\n\nMade from the contracts in libs/metrics by `node tools/docs.js`. r: simple returns of equity over bars; b: those of the close; ppy: periods per year.\n\n' +
    '| id | title | formula | unit | source |\n| --- | --- | --- | --- | --- |\n' +
    METRICS.map((one) => `| \`${one.id}\` | ${cell(one.title)} | ${cell(one.formula)} | ${cell(one.unit)} | ${cell(one.source)} |`).join(
      '\n',
    ) +
    '\n',
};

const check = process.argv.includes('--check');
let behind = 0;
for (const [name, text] of Object.entries(documents)) {
  const file = join(specs, name);
  const wanted = await prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'markdown' });
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  behind++;
  if (check) console.error(`specs/${name} is not in step with the code: run \`node tools/docs.js\`.`);
  else writeFileSync(file, wanted);
}
if (!check) console.log(`${behind} of ${Object.keys(documents).length} documents rewritten.`);
process.exit(check && behind > 0 ? 1 : 0);
