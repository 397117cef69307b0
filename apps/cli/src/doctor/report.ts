import type { Item } from './examine.js';
import type { Machine } from './machine.js';
import { WINDOWS_FEATURE_NAMES } from './windows-facts.js';

export interface ReportFacts {
  /** Version of the program. */
  readonly version: string;
  readonly machine: Pick<Machine, 'platform' | 'arch' | 'release' | 'nodeVersion'>;
  /** Of the report; metadata. */
  readonly createdAt: Date;
}

/** What `projecta doctor --json` writes. */
export interface Report {
  readonly projecta_version: string;
  readonly created_at: string;
  readonly node_version: string;
  readonly platform: string;
  readonly arch: string;
  readonly os_release: string;
  readonly evaluation: {
    /** Whether Project A can run: nothing it needs is wrong. Containers do not count. */
    readonly overall_ready: boolean;
    /** Whether a container engine answers; the other items of containers say why not. */
    readonly containers_ready: boolean;
    readonly [name: string]: unknown;
  };
  readonly [name: string]: unknown;
  readonly items: readonly Item[];
}

/** Read by scripts at the top of the report, and kept there. */
const AT_THE_TOP = ['firmware_virtualization', 'wsl2_distro_present', 'feature_status', 'bcd_hypervisorlaunchtype'];

/**
 * The report of all items. `evaluation` has the two verdicts and the value of each item by its name; the four names of the older
 * PowerShell script (`firmware_virtualization`, `wsl2_distro_present`, `feature_status`, `bcd_hypervisorlaunchtype`) stand at the top as well.
 */
export function report(examined: readonly Item[], { version, machine, createdAt }: ReportFacts): Report {
  const items = eased(examined);
  const feature_status = Object.fromEntries(WINDOWS_FEATURE_NAMES.map((name) => [name, valueOf(items, `feature_status.${name}`)]));
  const plain = items.filter(({ name }) => !name.includes('.')).map(({ name, value }) => [name, value]);
  const values: Readonly<Record<string, unknown>> = { ...Object.fromEntries(plain), feature_status };
  return {
    projecta_version: version,
    created_at: createdAt.toISOString(),
    node_version: machine.nodeVersion,
    platform: machine.platform,
    arch: machine.arch,
    os_release: machine.release,
    evaluation: {
      overall_ready: items.every(({ needed_for, verdict }) => needed_for !== 'projecta' || verdict !== 'wrong'),
      containers_ready: valueOf(items, 'container_engine') === 'PASS',
      ...values,
    },
    ...Object.fromEntries(AT_THE_TOP.map((name) => [name, values[name]])),
    items,
  };
}

/** An engine that answers is proof enough: what seems to be missing for it is then only worth knowing. */
function eased(items: readonly Item[]): readonly Item[] {
  if (valueOf(items, 'container_engine') !== 'PASS') return items;
  return items.map((item) => (item.needed_for === 'containers' && item.verdict === 'wrong' ? { ...item, verdict: 'note' } : item));
}

function valueOf(items: readonly Item[], name: string): string | undefined {
  return items.find((item) => item.name === name)?.value;
}
