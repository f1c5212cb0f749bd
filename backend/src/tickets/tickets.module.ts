import { Module } from '@nestjs/common';
import { AttachmentSweep } from './attachments/attachment-sweep.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { Downloads } from './attachments/downloads.service.js';
import { Uploads } from './attachments/uploads.service.js';
import { BinController } from './bin/bin.controller.js';
import { Bin } from './bin/bin.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { Bulk } from './bulk/bulk.service.js';
import { CategoriesController } from './categories/categories.controller.js';
import { Categories } from './categories/categories.service.js';
import { CommentEditing } from './comments/comment-editing.service.js';
import { CommentsController } from './comments/comments.controller.js';
import { Comments } from './comments/comments.service.js';
import { ExportController } from './export/export.controller.js';
import { TicketExport } from './export/export.service.js';
import { FilingController } from './filing/filing.controller.js';
import { Filing } from './filing/filing.service.js';
import { Idempotency } from './idempotency/idempotency.service.js';
import { TicketSearch } from './lists/ticket-search.js';
import { TicketsController } from './lists/tickets.controller.js';
import { SearchWriter } from './search/search.writer.js';
import { SnippetsController } from './snippets/snippets.controller.js';
import { Snippets } from './snippets/snippets.service.js';
import { StatusesController } from './statuses/statuses.controller.js';
import { Statuses } from './statuses/statuses.service.js';
import { UndoController } from './undo/undo.controller.js';
import { Undo } from './undo/undo.service.js';
import { UnreadNews } from './unread/unread-news.js';
import { UnreadNewsController } from './unread/unread-news.controller.js';
import { UnreadController } from './unread/unread.controller.js';
import { UnreadMarks } from './unread/unread-marks.js';
import { ViewCounts } from './views/view-counts.service.js';
import { ViewsController } from './views/views.controller.js';
import { Views } from './views/views.service.js';
import { WatchersController } from './watchers/watchers.controller.js';
import { Watchers } from './watchers/watchers.service.js';
import { Closing } from './work/closing.service.js';
import { TicketWork } from './work/ticket-work.service.js';
import { WorkController } from './work/work.controller.js';

/** Tickets with everything that is done to them. Fixed addresses stand before those with an id. */
@Module({
  controllers: [
    AttachmentsController,
    BulkController,
    ExportController,
    TicketsController,
    FilingController,
    WorkController,
    UndoController,
    BinController,
    CommentsController,
    WatchersController,
    UnreadController,
    UnreadNewsController,
    CategoriesController,
    StatusesController,
    ViewsController,
    SnippetsController,
  ],
  providers: [
    AttachmentSweep,
    Bin,
    Bulk,
    Categories,
    Closing,
    CommentEditing,
    Comments,
    Downloads,
    Filing,
    Idempotency,
    SearchWriter,
    Snippets,
    Statuses,
    TicketExport,
    TicketSearch,
    TicketWork,
    Undo,
    UnreadMarks,
    UnreadNews,
    Uploads,
    ViewCounts,
    Views,
    Watchers,
  ],
})
export class TicketsModule {}
