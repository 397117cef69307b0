import { Inject, Injectable } from '@nestjs/common';
import { type Problem, ProjectaError, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { isPlainObject } from '@projecta/plugin';
import type { JsonObject, Page, PageRequest, Preset } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { checkedBody } from '../http/checked-body.js';
import { type Submission, Submissions } from '../runs/submissions.service.js';
import { overridden } from './overridden.js';
import { presetView } from './preset-view.js';
import { PresetDto, PresetRunDto } from './preset.dto.js';

/** Named configs in their normal form. */
@Injectable()
export class Presets {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly submissions: Submissions,
  ) {}

  /** Stores a preset, or finds the same one. Throws VALIDATION_FAILED with every problem of name and config at once. */
  async put(body: JsonValue): Promise<{ readonly created: boolean; readonly preset: Preset }> {
    const [checked, normal] = await Promise.allSettled([checkedPreset(body), this.normalForm(body)]);
    if (checked.status === 'fulfilled' && normal.status === 'fulfilled') {
      return this.backend.home.store.presets.put({ name: checked.value.name, config: normal.value });
    }
    throw new ValidationFailed(distinct([checked, normal].flatMap(problemsIn)), 'The preset');
  }

  async list(request: PageRequest): Promise<Page<JsonObject>> {
    const { items, next_cursor } = await this.backend.home.store.presets.list(request);
    return { items: items.map(presetView), next_cursor };
  }

  /** By id or prefix. Throws PRESET_NOT_FOUND, AMBIGUOUS_PREFIX. */
  async one(preset_id: string): Promise<JsonObject> {
    return presetView(await this.backend.home.store.presets.get(preset_id));
  }

  /** Throws the same. Runs that were made from it stay. */
  remove(preset_id: string): Promise<void> {
    return this.backend.home.store.presets.remove(preset_id);
  }

  /** Submits a run of the preset's config with the body's `overrides` laid over it. Throws what submitting throws. */
  async run(preset_id: string, body: JsonValue): Promise<Submission> {
    const { config } = await this.backend.home.store.presets.get(preset_id);
    checkedBody(PresetRunDto, body);
    const { overrides } = body as { readonly overrides?: Readonly<Record<string, JsonValue>> };
    if (!overrides) return this.submissions.submitBody('run', { text: JSON.stringify(config), value: config as JsonValue });
    const changed = overridden(config as Readonly<Record<string, JsonValue>>, overrides);
    return this.submissions.submit(changed).catch((error: unknown) => {
      throw under('/overrides', error);
    });
  }

  /** Of the body's config, where there is one. */
  private async normalForm(body: JsonValue): Promise<JsonObject> {
    const config = isPlainObject(body) ? body['config'] : undefined;
    if (!isPlainObject(config)) throw new ValidationFailed([]); // the body's own check says so
    try {
      return (await this.backend.clerks.perform('normalize', config as JsonValue)) as unknown as JsonObject;
    } catch (error) {
      throw under('/config', error);
    }
  }
}

async function checkedPreset(body: JsonValue): Promise<PresetDto> {
  return checkedBody(PresetDto, body, { what: 'The preset' });
}

/** The problems of a config that stands at a path of the body. */
function under(path: string, error: unknown): unknown {
  if (!(error instanceof ProjectaError)) return error;
  const errors = error.errors.map((one) => ({ ...one, path: `${path}${one.path}` }));
  return new ProjectaError(error.code, error.message, errors, { cause: error });
}

/** Throws what is no problem of the input. */
function problemsIn(result: PromiseSettledResult<unknown>): readonly Problem[] {
  if (result.status === 'fulfilled') return [];
  const reason: unknown = result.reason;
  if (reason instanceof ProjectaError && reason.code === 'VALIDATION_FAILED') return reason.errors;
  throw reason;
}

/** A key that no body may have is found by both checks. */
function distinct(problems: readonly Problem[]): Problem[] {
  return problems.filter((one, i) => problems.findIndex(({ path, code }) => path === one.path && code === one.code) === i);
}
