import type { ArtifactProof, ProofMessage, ProofOutcome } from './proof-message.js';

/** How far a proof is. */
export interface ProofState {
  readonly status: 'idle' | 'running' | 'cancelled' | 'ended';
  readonly stage: { readonly stage: string; readonly done: number; readonly total: number } | undefined;
  readonly artifacts: readonly ArtifactProof[];
  readonly outcome: ProofOutcome | undefined;
}

export const NOT_PROVED: ProofState = { status: 'idle', stage: undefined, artifacts: [], outcome: undefined };

/** How far it is after a message; what a cancelled thread still says changes nothing. */
export function afterProofMessage(
  state: ProofState,
  message: ProofMessage | { readonly kind: 'begin' } | { readonly kind: 'cancel' },
): ProofState {
  if (message.kind === 'begin') return { ...NOT_PROVED, status: 'running' };
  if (state.status !== 'running') return state;
  switch (message.kind) {
    case 'cancel':
      return { ...state, status: 'cancelled', stage: undefined };
    case 'stage':
      return { ...state, stage: message };
    case 'artifact':
      return { ...state, artifacts: [...state.artifacts, message.proof] };
    default:
      return { ...state, status: 'ended', stage: undefined, outcome: message.outcome };
  }
}

interface Verdict {
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
}

/** Files that show results and hold none. */
const DRAWN = new Set(['report.html', 'equity.svg']);

/** What a proof showed, in words. */
export function proofVerdict({ artifacts, outcome }: ProofState, manifest_hash: string): Verdict | undefined {
  if (outcome?.kind !== 'proved') return undefined;
  const named = (verdict: ArtifactProof['verdict']): string[] => artifacts.filter((one) => one.verdict === verdict).map(({ name }) => name);
  const [changed, other] = [named('changed'), named('differs')];
  const seconds = (outcome.milliseconds / 1000).toFixed(1);
  if (changed.length > 0)
    return { tone: 'bad', text: `${listed(changed)} changed after the run: what the manifest lists is not what is there.` };
  if (other.some((name) => !DRAWN.has(name)))
    return { tone: 'bad', text: `This browser computes other bits than the service did: ${listed(other)}.` };
  if (other.length > 0)
    return {
      tone: 'plain',
      text: `Every result is equal, bit for bit, computed here in ${seconds} s. Only the drawings differ (${listed(other)}): the run was kept by another version of this program.`,
    };
  const seal =
    outcome.sealed.manifest_hash === manifest_hash ? ' The manifest that it would have sealed has the same manifest_hash, too.' : '';
  return {
    tone: 'good',
    text: `All ${artifacts.length} files are equal, bit for bit: computed here in ${seconds} s, listed in the manifest, and served.${seal}`,
  };
}

function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
