import type { components } from '@deskhand/shared/api';
import type { Answer } from './api.js';
import type { Problem, Somebody } from './builders.js';

export type Attachment = components['schemas']['AttachmentDto'];

/** A picture of 2 by 1 pixels. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwH4QZYAwAR8oH+WdZbrcAAAAASUVORK5CYII=',
  'base64',
);

/** A form with one file in it. */
export function formWith(content: string | Uint8Array, name = 'file.bin', type = ''): FormData {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(content)], { type }), name);
  return form;
}

export function send(by: Pick<Somebody, 'api'>, raw: FormData): Promise<Answer<Attachment & Problem>> {
  return by.api.call('POST', '/attachments', { raw });
}

/** An upload that must be taken. */
export async function anUpload(
  by: Pick<Somebody, 'api'>,
  content: string | Uint8Array = PNG,
  name = 'picture.png',
): Promise<Attachment> {
  const { status, body, text } = await send(by, formWith(content, name));
  if (status !== 201) throw new Error(`could not upload: ${text}`);
  return body;
}
