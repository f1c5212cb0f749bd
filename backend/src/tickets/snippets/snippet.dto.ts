import { ApiProperty } from '@nestjs/swagger';
import { LIMITS } from '@deskhand/shared';
import { IsBoolean } from 'class-validator';
import { IfGiven, TextField } from '../../platform/http/fields.js';

const NAME = { name: 'a name', ...LIMITS.snippet.name, example: 'Asking for the serial number' } as const;
const BODY = {
  ...{ name: 'a text', ...LIMITS.snippet.body, lines: true },
  example: 'Hello {{requester.firstName}}, what is the serial number?',
} as const;

/** A text that staff keep for their replies. */
export class SnippetDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: NAME.example })
  name!: string;

  /** Markdown. Variables such as `{{requester.name}}` are filled in by the client that inserts it. */
  @ApiProperty({ example: BODY.example })
  body!: string;

  /** Whether all staff have it; else it is the reader's own. */
  shared!: boolean;

  /** Whether the reader may change and delete it. */
  mayChange!: boolean;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;
}

export class SnippetListDto {
  /** The reader's own and the shared ones, by name. */
  items!: SnippetDto[];
}

export class CreateSnippetDto {
  @TextField(NAME)
  name!: string;

  /** Markdown. In double braces stands a variable: `requester.name`, `requester.firstName`, `ticket.number`, `ticket.subject`, `ticket.link`, `me.name` or `organisation.name`. */
  @TextField(BODY)
  body!: string;

  /** Whether all staff have it, which admins decide; else only you. */
  @IfGiven()
  @IsBoolean({ message: 'shared takes true or false.' })
  shared?: boolean;
}

/** Any of them; what is left out stays as it is. */
export class UpdateSnippetDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  /** Markdown, with the same variables as a new one. */
  @TextField({ ...BODY, optional: true })
  body?: string;

  /** Whether all staff have it, which admins decide; else only its owner. */
  @IfGiven()
  @IsBoolean({ message: 'shared takes true or false.' })
  shared?: boolean;
}
