import { type Declaration, jsonOption, pluginOption, setOption } from './declaration.js';

const PRESET_ID = 'preset_id, or the first 8 digits or more of it';

/** Configs kept under a name. */
export function declarePresets({ program, as }: Declaration): void {
  const preset = program.command('preset').description('configs kept under a name; run --preset takes them');
  preset
    .command('add')
    .description('keep a config')
    .argument('<config>', 'a RunConfig in JSON, or - for stdin')
    .requiredOption('--name <name>', 'what to call it')
    .addOption(setOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((config, options) => as(async (context) => (await import('../commands/preset-add.js')).presetAdd(config, options, context)));
  preset
    .command('list')
    .description('the presets there are, newest first')
    .addOption(jsonOption())
    .action((options) => as(async (context) => (await import('../commands/preset-list.js')).presetList(options, context)));
  preset
    .command('show')
    .description('a preset with its config')
    .argument('<id>', PRESET_ID)
    .addOption(jsonOption())
    .action((id, options) => as(async (context) => (await import('../commands/preset-show.js')).presetShow(id, options, context)));
  preset
    .command('remove')
    .description('forget a preset; runs that were made from it stay')
    .argument('<id>', PRESET_ID)
    .addOption(jsonOption())
    .action((id, options) => as(async (context) => (await import('../commands/preset-remove.js')).presetRemove(id, options, context)));
}
