import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A text that an entry of the trail belongs to but may not hold, such as the reason of a change of status. It is joined
 * when the trail is read, and can be erased while the entry stays.
 */
@Entity('text_versions')
@Index('text_versions_of_subject', ['subjectId'])
export class TextVersion {
  /** The entry's id. */
  @PrimaryColumn({ type: 'uuid' })
  activityId!: string;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  text!: string;
}
