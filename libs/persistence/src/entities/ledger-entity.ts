import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One row a completed run, in the order of the chain: its manifest, for good. It outlives its run, so no key points there.
 * No two entries may follow the same one: a fork of the chain is refused by the database itself.
 */
@Entity('manifests')
export class LedgerEntity {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  sequence: number;

  @Column({ type: 'text', unique: true })
  manifest_hash: string;

  @Index('manifests_of_run')
  @Column({ type: 'text' })
  run_hash: string;

  @Column({ type: 'text', nullable: true, unique: true })
  chain_prev: string | null;

  @Column({ type: 'text' })
  manifest: string;

  @Column({ type: 'bigint' })
  completed_at: number;
}
