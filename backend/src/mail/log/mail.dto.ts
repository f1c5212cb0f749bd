import { ApiProperty } from '@nestjs/swagger';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';
import { PageDto } from '../../platform/http/page.dto.js';
import { TicketRefDto } from '../../tickets/ticket/ticket-ref.dto.js';

/** Whose address it is, as he is called now. */
export class MailRecipientDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Emma Thorn' })
  name!: string;
}

/** A mail and what has become of it. */
export class MailDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: MAIL_KINDS, enumName: 'MailKind' })
  kind!: MailKind;

  /**
   * It waits, is under way, was taken by the server, was refused for good (`failed`), was given up after days of trying
   * (`dead`), or is not needed any more (`cancelled`).
   */
  @ApiProperty({ enum: MAIL_STATES, enumName: 'MailState' })
  state!: MailState;

  /** Empty once its recipient is erased. */
  @ApiProperty({ example: 'emma@example.org' })
  address!: string;

  /** Null for the address of a category. */
  @ApiProperty({ type: MailRecipientDto, nullable: true })
  recipient!: MailRecipientDto | null;

  /** Null where it is about none, or about one that was purged. */
  @ApiProperty({ type: TicketRefDto, nullable: true })
  ticket!: TicketRefDto | null;

  /** Null until it was composed, and after its text was erased. */
  @ApiProperty({ type: 'string', nullable: true, example: '[#1042] Printer on floor 3 jams' })
  subject!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  attempts!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** Null unless it waits. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  nextAttemptAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endedAt!: string | null;

  /** What the server said last, or why it said nothing. */
  @ApiProperty({ type: 'string', nullable: true, example: '250 2.0.0 OK' })
  lastAnswer!: string | null;
}

export class MailPageDto extends PageDto {
  items!: MailDto[];
}

/** One attempt to send it. */
export class DeliveryDto {
  @ApiProperty({ type: 'integer', example: 1 })
  attempt!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  delivered!: boolean;

  /** The server's own words, or why there were none. */
  @ApiProperty({ example: '450 4.2.0 Mailbox busy' })
  answer!: string;
}

/** A mail with what it said, as it was last sent; dots stand for the secrets of its links. */
export class MailDetailDto extends MailDto {
  /** The same for every attempt. */
  @ApiProperty({ example: '<0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55@tickets.example.org>' })
  messageId!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Liam Novak replied …' })
  text!: string | null;

  /** Untrusted: show it without scripts. */
  @ApiProperty({ type: 'string', nullable: true, example: '<p>Liam Novak replied …</p>' })
  html!: string | null;

  deliveries!: DeliveryDto[];
}

/** Whether mail leaves. */
export class MailStateDto {
  /** A mail server, the mailbox of development, or none: mail is kept until there is one. */
  @ApiProperty({ enum: ['server', 'mailbox', 'none'], enumName: 'MailRoute' })
  transport!: 'server' | 'mailbox' | 'none';

  /** Mails that wait or are under way. */
  @ApiProperty({ type: 'integer', example: 2 })
  waiting!: number;

  /** Of those, how many have waited for more than a quarter of an hour. */
  @ApiProperty({ type: 'integer', example: 0 })
  stuck!: number;

  /** Refused for good in the last seven days. */
  @ApiProperty({ type: 'integer', example: 0 })
  failed!: number;

  /** Given up in the last seven days. */
  @ApiProperty({ type: 'integer', example: 0 })
  dead!: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  oldestWaitingAt!: string | null;
}
