import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A single row that the readiness check writes, to know that the database still takes one. */
@Entity('probes')
export class ProbeEntity {
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'bigint' })
  at: number;
}
