import type { ChainVerification } from '@projecta/client';

/** What a check of the chain says of one block. */
export interface Standing {
  /** `unknown`: more is wrong than is listed, and the list ends before this block. */
  readonly state: 'whole' | 'broken' | 'unknown';
  readonly findings: ChainVerification['differences'];
}

/** How each block stands, by its sequence. Of a block that is lost only the verdict on the whole chain tells. */
export function standings({ differences, breaks, broken_at }: ChainVerification): (sequence: number) => Standing {
  // findings come in the order of the blocks, those of lost blocks last
  const told = breaks > differences.length ? (differences.at(-1)?.sequence ?? Infinity) : Infinity;
  return (sequence) => {
    const findings = differences.filter((finding) => finding.sequence === sequence);
    if (findings.length > 0 || sequence === broken_at) return { state: 'broken', findings };
    return { state: sequence <= told ? 'whole' : 'unknown', findings };
  };
}
