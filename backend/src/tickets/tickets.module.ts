import { Module } from '@nestjs/common';
import { CategoriesController } from './categories/categories.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { Comments } from './comments/comments.service.js';
import { Filing } from './filing/filing.service.js';
import { StatusesController } from './statuses/statuses.controller.js';
import { TicketSearch } from './lists/ticket-search.js';
import { TicketWork } from './work/ticket-work.service.js';
import { TicketsController } from './lists/tickets.controller.js';

/** Tickets with their comments, categories and statuses. */
@Module({
  controllers: [TicketsController, CommentsController, CategoriesController, StatusesController],
  providers: [Comments, Filing, TicketSearch, TicketWork],
})
export class TicketsModule {}
