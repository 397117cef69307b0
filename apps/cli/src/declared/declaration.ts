import { type Command, Option } from 'commander';
import type { Context } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { collect } from '../option-values.js';

/** How commands are declared: their words here, what they do in a file each, which is imported when the command runs. */
export interface Declaration {
  readonly program: Command;
  /** Runs a command's function in its context and keeps its exit code. */
  readonly as: (run: (context: Context) => Promise<ExitCode>) => Promise<void>;
}

export const RUN_NAME = 'hash, unique beginning of a hash (8 or more), or folder';
export const RUN_OR_SWEEP_NAME = `of a run or a sweep: ${RUN_NAME}`;

export function pluginOption(): Option {
  return new Option('--plugin <file>', 'a module with your own strategy, indicator or model; may be repeated').argParser(collect);
}

export function dataOption(): Option {
  return new Option('--data <file>', "CSV or Parquet file with the candles of the config's symbol");
}

export function setOption(): Option {
  return new Option('--set <path=value>', 'change the config, as in strategy.params.fast=10; may be repeated').argParser(collect);
}

export function presetOption(): Option {
  return new Option('--preset <id>', 'take the config of a preset: its id, or the first 8 digits or more');
}

export function jsonOption(what = 'print JSON'): Option {
  return new Option('--json', what);
}
