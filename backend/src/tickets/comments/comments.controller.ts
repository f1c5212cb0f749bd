import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { PageQueryDto } from '../../platform/http/page.dto.js';
import { AddCommentDto, AddedCommentDto, CommentPageDto } from './comment.dto.js';
import { Comments } from './comments.service.js';

@ApiTags('Tickets')
@Controller('tickets/:id/comments')
export class CommentsController {
  constructor(private readonly comments: Comments) {}

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
  @AnswersWith('ETag')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_found', 'not_allowed', 'conflict')
  async add(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Body() body: AddCommentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AddedCommentDto> {
    const { comment, ticketVersion } = await this.comments.add(actor, id, body);
    response.setHeader('ETag', `"${ticketVersion}"`);
    return comment;
  }
}
