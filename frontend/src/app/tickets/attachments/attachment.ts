import type { components } from '@deskhand/shared/api';
import type { IconName } from '../../ui/icons';

export type Attachment = components['schemas']['AttachmentDto'];

export const ATTACHMENTS_URL = '/api/v1/attachments';

/** The types that the server shows in place; it hands out all others as downloads. */
const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

const KIB = 1024;

export function attachmentUrl({ id }: Pick<Attachment, 'id'>): string {
  return `${ATTACHMENTS_URL}/${encodeURIComponent(id)}`;
}

export function isPicture({ type }: Pick<Attachment, 'type'>): boolean {
  return PICTURES.includes(type);
}

export function fileIcon(type: string): IconName {
  if (type.startsWith('image/')) return 'image';
  if (type === 'text/plain' || type === 'application/pdf') return 'description';
  return 'draft';
}

/** Such as `48 kB`, in units of 1,024. */
export function sizeWords(bytes: number): string {
  const [amount, unit] = bytes < KIB * KIB ? [Math.ceil(bytes / KIB), 'kilobyte'] : [bytes / (KIB * KIB), 'megabyte'];
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}
