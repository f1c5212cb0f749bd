import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID, ValidateBy, type ValidationArguments } from 'class-validator';
import { IfGiven } from '../../platform/http/fields.js';

/** A file of a ticket or of a comment; its content is at `/attachments/{id}`. */
export class AttachmentDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** As its uploader called it. */
  @ApiProperty({ example: 'screenshot.png' })
  name!: string;

  /** Media type, decided by the content. */
  @ApiProperty({ example: 'image/png' })
  type!: string;

  /** Bytes. */
  @ApiProperty({ type: 'integer', example: 48_213 })
  size!: number;

  /** Pixels, of images that browsers show. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1280 })
  width!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 720 })
  height!: number | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** More than any setting allows. */
const MOST = 100;

/** Files that the caller has uploaded and that come with what he sends. */
export function AttachmentIdsField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      uniqueItems: true,
      maxItems: MOST,
      required: false,
      example: [],
    }),
    IfGiven(),
    IsArray({ message: 'Send a list of the ids of uploaded files.' }),
    ArrayMaxSize(MOST, { message: 'These are too many files.' }),
    ArrayUnique({ message: 'Name each file once.' }),
    IsUUID('all', { each: true, message: 'Send the ids of uploaded files.' }),
  );
}

/** For a body that may also come without a comment, to which files belong. */
export function ComesWithComment(): PropertyDecorator {
  const validate = (value: unknown, { object }: ValidationArguments): boolean =>
    (Array.isArray(value) && value.length === 0) || (object as { comment?: unknown }).comment !== undefined;
  const message = 'Write a comment that these files come with.';
  return ValidateBy({
    name: 'comesWithComment',
    validator: {
      validate: (value, about) => about !== undefined && validate(value, about),
      defaultMessage: () => message,
    },
  });
}
