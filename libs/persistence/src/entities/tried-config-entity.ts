import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One row a config ever tried on data, by its run's identity, for good: what a deflated Sharpe must count. */
@Entity('tried_configs')
@Index('tried_configs_of_symbol', ['symbol', 'start'])
export class TriedConfigEntity {
  @PrimaryColumn({ type: 'text' })
  run_hash: string;

  @Column({ type: 'text' })
  symbol: string;

  @Column({ type: 'text' })
  timeframe: string;

  /** The span of the candles, half-open. */
  @Column({ type: 'bigint' })
  start: number;

  @Column({ type: 'bigint' })
  end: number;

  /** Per bar, not annualised; null where it does not exist. */
  @Column({ type: 'double precision', nullable: true })
  sharpe: number | null;

  /** How many returns it stands on: T. */
  @Column({ type: 'integer' })
  returns: number;

  @Column({ type: 'bigint' })
  created_at: number;
}
