import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One row a version of a data set; a version never changes, and at most one of a symbol and timeframe is the current one. */
@Entity('datasets')
@Unique(['symbol', 'timeframe', 'data_hash'])
@Index('datasets_current', ['symbol', 'timeframe'], { unique: true, where: '"current"' })
export class DatasetEntity {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  dataset_id: number;

  @Column({ type: 'text' })
  symbol: string;

  @Column({ type: 'text' })
  timeframe: string;

  @Column({ type: 'text' })
  data_hash: string;

  /** Where its candles are, relative to the folder of data sets. */
  @Column({ type: 'text' })
  file: string;

  @Column({ type: 'integer' })
  bars: number;

  @Column({ type: 'bigint' })
  start: number;

  @Column({ type: 'bigint' })
  end: number;

  @Column({ type: 'integer' })
  gaps: number;

  /** JSON: the names of its columns. */
  @Column({ type: 'text' })
  columns: string;

  /** JSON: what was said when it was read. */
  @Column({ type: 'text' })
  notes: string;

  @Column({ type: 'bigint' })
  created_at: number;

  @Column({ type: 'boolean' })
  current: boolean;
}
