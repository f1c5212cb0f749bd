import { ActivityEntry } from './activity/activity-entry.entity.js';
import { TextVersion } from './activity/text-version.entity.js';
import { KnownDevice } from './auth/sign-in/known-device.entity.js';
import { OneTimeToken } from './auth/accounts/one-time-token.entity.js';
import { RefreshToken } from './auth/sessions/refresh-token.entity.js';
import { Session } from './auth/sessions/session.entity.js';
import { SignInBudget } from './auth/sign-in/sign-in-budget.entity.js';
import { Installation } from './platform/database/installation.entity.js';
import { Category } from './tickets/categories/category.entity.js';
import { Comment } from './tickets/comments/comment.entity.js';
import { Status } from './tickets/statuses/status.entity.js';
import { Ticket } from './tickets/ticket/ticket.entity.js';
import { User } from './users/user.entity.js';

/** Every table that the app knows. */
export const ENTITIES = [
  ActivityEntry,
  Category,
  Comment,
  Installation,
  KnownDevice,
  OneTimeToken,
  RefreshToken,
  Session,
  SignInBudget,
  Status,
  TextVersion,
  Ticket,
  User,
];
