import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { PageQueryDto } from '../../platform/http/page.dto.js';
import { IdempotencyKey, TakesIdempotencyKey } from '../idempotency/idempotency-key.js';
import { succeed } from '../idempotency/success.js';
import { AddCommentDto, AddedCommentDto, CommentDto, CommentPageDto, EditCommentDto } from './comment.dto.js';
import { CommentEditing } from './comment-editing.service.js';
import { Comments } from './comments.service.js';

@ApiTags('Tickets')
@Controller('tickets/:id/comments')
export class CommentsController {
  constructor(
    private readonly comments: Comments,
    private readonly editing: CommentEditing,
  ) {}

  /** A ticket's replies, and for staff its internal notes, the oldest first. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query', 'not_found')
  list(@CurrentUser() actor: Actor, @Param('id') id: string, @Query() page: PageQueryDto): Promise<CommentPageDto> {
    return this.comments.list(actor, id, page);
  }

  /** Replies, or writes an internal note. The answer's `ETag` is the ticket's. */
  @Post()
  @Requires('comment.reply')
  @TakesIdempotencyKey()
  @AnswersWith('ETag')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_found', 'not_allowed', 'conflict')
  async add(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @IdempotencyKey() key: string | undefined,
    @Body() body: AddCommentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AddedCommentDto> {
    return succeed(await this.comments.add(actor, id, body, key), response);
  }

  /** Changes the text of an own comment, within 15 minutes; staff can read what it said before. */
  @Patch(':commentId')
  @Requires('comment.edit')
  @ApiProblems('not_signed_in', 'not_found', 'not_allowed', 'conflict')
  edit(
    @CurrentUser() actor: Actor,
    @Param('id') ticketId: string,
    @Param('commentId') commentId: string,
    @Body() { body }: EditCommentDto,
  ): Promise<CommentDto> {
    return this.editing.edit(actor, { ticketId, commentId }, body);
  }

  /** Erases the text of a comment for good, with every copy of it and its files: for admins. */
  @Post(':commentId/redaction')
  @Requires('comment.redact')
  @HttpCode(200)
  @ApiProblems('not_signed_in', 'not_found', 'not_allowed', 'conflict')
  redact(
    @CurrentUser() actor: Actor,
    @Param('id') ticketId: string,
    @Param('commentId') commentId: string,
  ): Promise<CommentDto> {
    return this.editing.redact(actor, { ticketId, commentId });
  }
}
