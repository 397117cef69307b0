import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One row a preset: a named config, under the hash of both. */
@Entity('presets')
export class PresetEntity {
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  sequence: number;

  @Column({ type: 'text', unique: true })
  preset_id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  config: string;

  @Column({ type: 'bigint' })
  created_at: number;
}
