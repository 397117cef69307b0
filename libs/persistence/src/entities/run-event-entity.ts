import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { RunEntity } from './run-entity.js';

/** One row an event; ids rise in the order of commits, over all runs, and are never used twice. */
@Entity('run_events')
@Index('run_events_of_run', ['run_hash', 'id'])
export class RunEventEntity {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  id: number;

  @ForeignKey(() => RunEntity, { onDelete: 'CASCADE' })
  @Column({ type: 'text' })
  run_hash: string;

  @Column({ type: 'integer' })
  attempt: number;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'bigint' })
  at: number;

  @Column({ type: 'text' })
  data: string;
}
