import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TextField } from '../platform/unit-of-work.js';

/**
 * A text that an entry of the trail belongs to but may not hold: the reason of a change of status, or what an edited text
 * was before. It is joined when the trail is read, and can be erased while the entry stays.
 */
@Entity('text_versions')
@Index('text_versions_of_subject', ['subjectId'])
@Index('text_versions_of_comment', ['commentId'], { where: 'comment_id IS NOT NULL' })
export class TextVersion {
  /** The entry's id. */
  @PrimaryColumn({ type: 'uuid' })
  activityId!: string;

  /** The field that it was the content of, before the change. */
  @PrimaryColumn({ type: 'text' })
  field!: TextField;

  /** Of the body of a comment. */
  @Column({ type: 'uuid', nullable: true })
  commentId!: string | null;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'text' })
  text!: string;
}
