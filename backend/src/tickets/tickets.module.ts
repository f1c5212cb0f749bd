import { Module } from '@nestjs/common';
import { CategoriesController } from './categories/categories.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { Comments } from './comments/comments.service.js';
import { Filing } from './filing.service.js';
import { StatusesController } from './statuses/statuses.controller.js';
import { TicketSearch } from './ticket-search.js';
import { TicketWork } from './ticket-work.service.js';
import { TicketsController } from './tickets.controller.js';

/** Tickets with their comments, categories and statuses. */
@Module({
  controllers: [TicketsController, CommentsController, CategoriesController, StatusesController],
  providers: [Comments, Filing, TicketSearch, TicketWork],
})
export class TicketsModule {}
