import { CATALOG_ITEM, METRIC_CONTRACT } from '../examples/catalog-examples.js';
import { ADDRESS_PROBLEMS, IF_NONE_MATCH, query } from '../parameters.js';
import { json, ref, type RouteDoc, STRING } from '../route.js';

const TAG = 'Catalog';
const HEADERS = ['ETag', 'Cache-Control'];
const KIND = query('kind', 'Only plug-ins of this kind.', ref('PluginKind'));
const NOT_MODIFIED = { description: 'The copy still holds.', headers: HEADERS };
const WHOLE = { items: [CATALOG_ITEM], run_config: { type: 'object' }, metrics: [METRIC_CONTRACT] };

/** What a config can name. */
export const catalogRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/catalog', id: 'getCatalog', tag: TAG },
    summary: 'Every strategy, indicator, risk and slippage model and validation method',
    description:
      'Each with the JSON Schema of its parameters, from which forms are drawn; without `kind` also the schema of a RunConfig, and the metrics.',
    parameters: [KIND, IF_NONE_MATCH],
    answers: { 200: { description: 'The catalogue.', content: json(ref('Catalog'), WHOLE), headers: HEADERS }, 304: NOT_MODIFIED },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/catalog/{name}', id: 'getPlugin', tag: TAG },
    summary: 'The plug-ins of a name, of which there may be one a kind',
    parameters: [{ name: 'name', in: 'path', description: 'The name.', schema: STRING, example: 'dual_sma' }, KIND, IF_NONE_MATCH],
    answers: {
      200: {
        description: 'One, or several of different kinds.',
        content: json(ref('Catalog'), { items: [CATALOG_ITEM] }),
        headers: HEADERS,
      },
      304: NOT_MODIFIED,
    },
    problems: [...ADDRESS_PROBLEMS, 'NOT_FOUND'],
  },
];
