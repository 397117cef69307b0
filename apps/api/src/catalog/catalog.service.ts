import { Inject, Injectable } from '@nestjs/common';
import { type Catalogue, runConfigSchema, sweepConfigSchema } from '@projecta/engine';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { sha256Hex } from '@projecta/hashing/node';
import { METRICS } from '@projecta/metrics';
import { BACKEND, type Backend } from '../backend.js';
import { type CatalogEntry, type CatalogItem, catalogItem } from './catalog-item.js';

/** A part of the catalogue, ready to send. */
export interface CatalogPart {
  readonly body: Buffer;
  /** Weak: the answer may be compressed. */
  readonly etag: string;
}

export type Kind = keyof Catalogue;

/** The kinds in the order in which they are listed. */
export const KINDS = ['strategy', 'indicator', 'risk_model', 'slippage_model', 'validation_method'] as const satisfies readonly Kind[];

/** Everything that a config can name, as JSON that is made once. */
@Injectable()
export class Catalog {
  private readonly items: readonly CatalogItem[];
  private readonly whole: CatalogPart;
  private readonly kinds: ReadonlyMap<Kind, CatalogPart>;

  constructor(@Inject(BACKEND) { catalogue }: Backend) {
    const items = KINDS.flatMap((kind) => ([...catalogue[kind].values()] as CatalogEntry[]).map(catalogItem));
    this.items = items;
    this.whole = partOf({ items, run_config: runConfigSchema(catalogue), sweep_config: sweepConfigSchema(), metrics: metricContracts() });
    this.kinds = new Map(KINDS.map((kind) => [kind, partOf({ items: items.filter((one) => one.kind === kind) })]));
  }

  /** All of it, with the schemas of a RunConfig and a SweepConfig and the metrics; or the plug-ins of one kind. */
  part(kind: Kind | undefined): CatalogPart {
    return (kind && this.kinds.get(kind)) ?? this.whole;
  }

  /** The plug-ins of a name, of which there may be one of several kinds. Throws NOT_FOUND. */
  named(name: string, kind: Kind | undefined): CatalogPart {
    const candidates = this.items.filter((one) => kind === undefined || one.kind === kind);
    const items = candidates.filter((one) => one.name === name);
    if (items.length > 0) return partOf({ items });
    const hint = suggestion(
      name,
      candidates.map((one) => one.name),
    );
    const what = kind === undefined ? 'plug-in' : kind.replace('_', ' ');
    throw new ProjectaError('NOT_FOUND', `There is no ${what} ${quote(name)}.${hint} GET /catalog lists all.`);
  }
}

function partOf(value: object): CatalogPart {
  const body = Buffer.from(JSON.stringify(value));
  return { body, etag: `W/"${sha256Hex(body)}"` };
}

function metricContracts(): object[] {
  return METRICS.map(({ id, title, family, formula, unit, source, lowerIsBetter = false }) => {
    return { id, title, family, formula, unit, source, lower_is_better: lowerIsBetter };
  });
}
