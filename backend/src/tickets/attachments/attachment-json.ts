import type { AttachmentDto } from './attachment.dto.js';

/** The attachments of a row, as JSON that is an `AttachmentDto` already, in one statement with the row itself. */
const JSON_OF_ONE = `json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'width', f.width,
  'height', f.height, 'createdAt', to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

/** @param condition on `attachments f`, which ties them to the row */
export function attachmentsWhere(condition: string): string {
  return `ARRAY(SELECT ${JSON_OF_ONE} FROM attachments f
    WHERE ${condition} AND f.discarded_at IS NULL ORDER BY f.created_at, f.id)`;
}

export interface WithAttachments {
  readonly attachments: AttachmentDto[];
}
