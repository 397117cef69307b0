import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RunKind } from '../runs/run-kind.js';
import { DatasetEntity } from './dataset-entity.js';

/** One row a run or a sweep: what was asked, where it stands, what came out. JSON columns hold canonical JSON; times are epoch ms. */
@Entity('runs')
@Index('runs_listed', ['kind', 'pruned_at', 'queued_event'])
@Index('runs_in_line', ['status', 'queued_event'])
@Index('runs_ended', ['kind', 'status', 'finished_event'])
export class RunEntity {
  /** Of a sweep the sweep_hash. */
  @PrimaryColumn({ type: 'text' })
  run_hash: string;

  @Column({ type: 'text', default: 'run' })
  kind: RunKind;

  @Column({ type: 'text' })
  config_hash: string;

  @Column({ type: 'text' })
  data_hash: string;

  @Column({ type: 'text' })
  symbol: string;

  @Column({ type: 'text' })
  timeframe: string;

  @Column({ type: 'text' })
  strategy: string;

  /** The span of its candles, half-open. */
  @Column({ type: 'bigint' })
  data_start: number;

  @Column({ type: 'bigint' })
  data_end: number;

  /** The stored version its candles came from; null where they came from elsewhere. */
  @Index('runs_of_dataset')
  @ForeignKey(() => DatasetEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'integer', nullable: true })
  dataset_id: number | null;

  @Column({ type: 'text' })
  config: string;

  @Column({ type: 'text' })
  identity: string;

  @Column({ type: 'text' })
  status: string;

  /** From 1; a run that is tried or recovered again counts on. */
  @Column({ type: 'integer' })
  attempt: number;

  @Column({ type: 'text', nullable: true })
  stage: string | null;

  @Column({ type: 'double precision' })
  progress: number;

  /** Who computes it (a process, a worker), and until when it has promised to be heard of. */
  @Column({ type: 'text', nullable: true })
  owner: string | null;

  @Column({ type: 'bigint', nullable: true })
  lease_until: number | null;

  /** Id of its `run.queued` event: the order of submission, without ties even where the clock has some. */
  @Column({ type: 'integer' })
  queued_event: number;

  /** Id of its terminal event: the order of ending. */
  @Column({ type: 'integer', nullable: true })
  finished_event: number | null;

  @Column({ type: 'bigint' })
  created_at: number;

  @Column({ type: 'bigint', nullable: true })
  started_at: number | null;

  @Column({ type: 'bigint', nullable: true })
  finished_at: number | null;

  @Column({ type: 'text', nullable: true })
  summary: string | null;

  @Column({ type: 'text', nullable: true })
  error: string | null;

  @Column({ type: 'text', nullable: true })
  timings: string | null;

  @Column({ type: 'text', nullable: true })
  manifest_hash: string | null;

  /** Two metrics of the summary, to sort by. */
  @Column({ type: 'double precision', nullable: true })
  sharpe: number | null;

  @Column({ type: 'double precision', nullable: true })
  total_return: number | null;

  @Column({ type: 'boolean' })
  pinned: boolean;

  @Column({ type: 'bigint', nullable: true })
  pruned_at: number | null;
}
