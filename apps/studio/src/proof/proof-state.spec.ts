import { describe, expect, test } from '@jest/globals';
import type { ArtifactProof } from './proof-message.js';
import { afterProofMessage, NOT_PROVED, type ProofState, proofVerdict } from './proof-state.js';

const proof = (verdict: ArtifactProof['verdict'], name = 'a.json'): ArtifactProof => ({
  name,
  size: 1,
  listed: 'a',
  served: 'a',
  computed: 'a',
  verdict,
  words: [],
});
const proved = (...verdicts: ArtifactProof['verdict'][]): ProofState => ({
  ...NOT_PROVED,
  status: 'ended',
  artifacts: verdicts.map((verdict) => proof(verdict)),
  outcome: { kind: 'proved', sealed: { run_hash: 'r', manifest_hash: 'm' }, milliseconds: 1500 },
});

describe('a proof', () => {
  test('gathers artifacts until its end', () => {
    const running = afterProofMessage(NOT_PROVED, { kind: 'begin' });
    const met = afterProofMessage(running, { kind: 'artifact', proof: proof('same') });
    const ended = afterProofMessage(met, { kind: 'end', outcome: { kind: 'data_changed', data_hash: 'd' } });
    expect([running.status, met.artifacts.length, ended.status, ended.outcome?.kind]).toEqual(['running', 1, 'ended', 'data_changed']);
  });
  test('that was cancelled stays so', () => {
    const cancelled = afterProofMessage(afterProofMessage(NOT_PROVED, { kind: 'begin' }), { kind: 'cancel' });
    expect(afterProofMessage(cancelled, { kind: 'artifact', proof: proof('same') })).toBe(cancelled);
  });
  test('begins anew with nothing', () => {
    expect(afterProofMessage(proved('same'), { kind: 'begin' }).artifacts).toEqual([]);
  });
});

describe('its verdict', () => {
  test('is good only where every file is the same', () => {
    const said = (state: ProofState): string => Object.values(proofVerdict(state, 'm') ?? {}).join(': ');
    expect(said(proved('same', 'same'))).toMatch(/^good: All 2 files .* in 1\.5 s.*manifest_hash/);
    expect(said(proved('same', 'differs'))).toMatch(/^bad: This browser computes other bits .*: a\.json\./);
    expect(said(proved('changed', 'differs'))).toMatch(/^bad: a\.json changed after the run/);
  });
  test('is neither good nor bad where only drawings differ', () => {
    const artifacts = [proof('same'), proof('differs', 'report.html'), proof('differs', 'equity.svg')];
    expect(proofVerdict({ ...proved(), artifacts }, 'm')).toMatchObject({ tone: 'plain' });
    expect(proofVerdict({ ...proved(), artifacts }, 'm')?.text).toContain('(report.html and equity.svg)');
  });
  test('says nothing of the seal where it is another', () => {
    expect(proofVerdict(proved('same'), 'x')?.text).not.toContain('manifest_hash');
  });
  test('is none before the end', () => {
    expect(proofVerdict(NOT_PROVED, 'm')).toBeUndefined();
  });
});
