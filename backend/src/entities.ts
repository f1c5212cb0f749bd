import { ActivityAnchor } from './activity/chain/activity-anchor.entity.js';
import { ActivityChain } from './activity/chain/activity-chain.entity.js';
import { ActivityEntry } from './activity/activity-entry.entity.js';
import { TextVersion } from './activity/text-version.entity.js';
import { KnownDevice } from './auth/sign-in/known-device.entity.js';
import { LinkBudget } from './auth/accounts/link-budget.entity.js';
import { OneTimeToken } from './auth/accounts/one-time-token.entity.js';
import { RefreshToken } from './auth/sessions/refresh-token.entity.js';
import { Session } from './auth/sessions/session.entity.js';
import { SignInBudget } from './auth/sign-in/sign-in-budget.entity.js';
import { Installation } from './platform/database/installation.entity.js';
import { ImportedRow } from './imports/imported-row.entity.js';
import { MailPreference } from './mail/preferences/mail-preference.entity.js';
import { MailAttempt } from './mail/queue/mail-attempt.entity.js';
import { Mail } from './mail/queue/mail.entity.js';
import { ReportRollup } from './reports/rollups/rollup.entity.js';
import { StaleQuarter } from './reports/rollups/stale-quarter.entity.js';
import { OrganisationLogo } from './settings/organisation-logo.entity.js';
import { InstallationSettings } from './settings/settings.entity.js';
import { Attachment } from './tickets/attachments/attachment.entity.js';
import { Category } from './tickets/categories/category.entity.js';
import { Comment } from './tickets/comments/comment.entity.js';
import { Mention } from './tickets/comments/mention.entity.js';
import { IdempotentAnswer } from './tickets/idempotency/idempotent-answer.entity.js';
import { SearchableTicket } from './tickets/search/searchable-ticket.entity.js';
import { TicketWord } from './tickets/search/ticket-word.entity.js';
import { Snippet } from './tickets/snippets/snippet.entity.js';
import { Status } from './tickets/statuses/status.entity.js';
import { Ticket } from './tickets/ticket/ticket.entity.js';
import { UndoableChange } from './tickets/undo/undoable-change.entity.js';
import { UnreadTicket } from './tickets/unread/unread-ticket.entity.js';
import { Watcher } from './tickets/watchers/watcher.entity.js';
import { SavedView } from './tickets/views/saved-view.entity.js';
import { User } from './users/user.entity.js';

/** Every table that the app knows. */
export const ENTITIES = [
  ActivityAnchor,
  ActivityChain,
  ActivityEntry,
  Attachment,
  Category,
  Comment,
  IdempotentAnswer,
  ImportedRow,
  Installation,
  InstallationSettings,
  KnownDevice,
  LinkBudget,
  Mail,
  MailAttempt,
  MailPreference,
  Mention,
  OneTimeToken,
  OrganisationLogo,
  RefreshToken,
  ReportRollup,
  SavedView,
  SearchableTicket,
  Session,
  SignInBudget,
  Snippet,
  StaleQuarter,
  Status,
  TextVersion,
  Ticket,
  TicketWord,
  UndoableChange,
  UnreadTicket,
  User,
  Watcher,
];
