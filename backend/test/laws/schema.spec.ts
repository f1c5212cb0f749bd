import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STATUSES } from '@deskhand/shared';
import type { DataSource } from 'typeorm';
import { TextVersion } from '../../src/activity/text-version.entity.js';
import { LinkBudget } from '../../src/auth/accounts/link-budget.entity.js';
import { OneTimeToken } from '../../src/auth/accounts/one-time-token.entity.js';
import { ENTITIES } from '../../src/entities.js';
import { ImportedRow } from '../../src/imports/imported-row.entity.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { MailPreference } from '../../src/mail/preferences/mail-preference.entity.js';
import { MailAttempt } from '../../src/mail/queue/mail-attempt.entity.js';
import { Mail } from '../../src/mail/queue/mail.entity.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { newId } from '../../src/platform/ids.js';
import { OrganisationLogo } from '../../src/settings/organisation-logo.entity.js';
import { Attachment } from '../../src/tickets/attachments/attachment.entity.js';
import { Comment } from '../../src/tickets/comments/comment.entity.js';
import { Mention } from '../../src/tickets/comments/mention.entity.js';
import { IdempotentAnswer } from '../../src/tickets/idempotency/idempotent-answer.entity.js';
import { Ticket } from '../../src/tickets/ticket/ticket.entity.js';
import { UndoableChange } from '../../src/tickets/undo/undoable-change.entity.js';
import { UnreadTicket } from '../../src/tickets/unread/unread-ticket.entity.js';
import { Snippet } from '../../src/tickets/snippets/snippet.entity.js';
import { SavedView } from '../../src/tickets/views/saved-view.entity.js';
import { Watcher } from '../../src/tickets/watchers/watcher.entity.js';
import { User } from '../../src/users/user.entity.js';
import { cloneDatabase } from '../database/clone.js';

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Every table has a row, and every column that came later has a value, before the way down. */
async function fill({ manager }: DataSource): Promise<void> {
  const id = newId();
  const now = new Date();
  const person = { id, name: 'Emma', email: 'emma@example.org', role: 'employee', createdAt: now } as const;
  await manager.insert(User, { ...person, updatedAt: now, emailConfirmedAt: now, preferences: { preview: true } });
  const times = { createdAt: now, updatedAt: now };
  const facts = { subject: 'Printer', description: 'Jams', status: 'submitted', priority: 1, version: 1 } as const;
  const ticket = { ...facts, ...times, requesterId: id, creatorId: id };
  const ids = { ticketId: id, userId: id, commentId: id };
  await manager.insert(Ticket, { ...ticket, id, lastReplyBy: 'staff' });
  await manager.insert(Ticket, { ...ticket, id: newId(), followsId: id, deletedAt: now });
  const comment = { ticketId: id, authorId: id, internal: true, createdAt: now };
  await manager.insert(Comment, { ...comment, id, body: 'Edited', editedAt: now });
  await manager.insert(Comment, { ...comment, id: newId(), body: '', redactedAt: now });
  await manager.insert(Mention, { commentId: id, userId: id });
  await manager.insert(Watcher, { ticketId: id, email: 'otto@example.org', userId: null, createdAt: now });
  await manager.insert(Attachment, {
    ...ids,
    id,
    uploaderId: id,
    name: 'a',
    type: 'text/plain',
    size: 1,
    createdAt: now,
  });
  await manager.insert(UnreadTicket, { userId: id, ticketId: id, since: now });
  await manager.insert(UndoableChange, { ticketId: id, actorId: id, at: now, version: 1, before: {} });
  await manager.insert(ImportedRow, { digest: Buffer.alloc(32), ticketId: id });
  const answer = { status: 201, body: '{}', headers: {}, fingerprint: Buffer.alloc(32), createdAt: now };
  await manager.insert(IdempotentAnswer, { ...answer, ...ids, key: 'once' });
  for (const field of ['reason', 'body'] as const) {
    await manager.insert(TextVersion, { activityId: id, subjectId: id, field, text: 'before', commentId: id });
  }
  const token = { hash: Buffer.alloc(32), purpose: 'invitation', userId: id, createdAt: now, expiresAt: now } as const;
  await manager.insert(OneTimeToken, token);
  for (const [number, purpose] of (['confirmation', 'address'] as const).entries()) {
    await manager.insert(OneTimeToken, {
      ...token,
      hash: Buffer.alloc(32, number + 1),
      purpose,
      address: person.email,
    });
  }
  await manager.update(User, { id }, { newEmail: 'emma.thorn@example.org', erasedAt: now });
  await manager.insert(LinkBudget, { key: 'mailbox:x', windowEndsAt: now, used: 1 });
  const view = { name: 'Urgent', shared: true, filters: {}, sort: '-createdAt', columns: ['subject'] } as const;
  await manager.insert(SavedView, { ...view, ...times, columns: ['subject'], id, ownerId: id });
  await manager.insert(Snippet, { ...times, id, ownerId: id, name: 'Thanks', body: 'Thank you.', shared: false });
  const mail = {
    kind: 'ticket',
    recipientId: id,
    address: 'emma@example.org',
    ticketId: id,
    news: [],
    gathers: true,
  } as const;
  const waiting = { state: 'queued', dueAt: now, giveUpAt: now, attempts: 0, createdAt: now } as const;
  await manager.insert(Mail, { ...mail, ...waiting, id, news: [] });
  await manager.insert(MailAttempt, { mailId: id, attempt: 1, at: now, delivered: false, answer: '450 Later' });
  await manager.insert(MailPreference, { userId: id, choice: 'ticket_replied', wanted: false });
  const entries = ['category', 'view'].map((type) => ({
    ...{
      id: newId(),
      at: now,
      kind: `${type}.created`,
      subject_type: type,
      subject_id: id,
      payload: {},
      public: false,
    },
  }));
  await manager.query('SELECT append_activity($1)', [JSON.stringify(entries)]);
  await manager.insert(OrganisationLogo, { onlyRow: true, type: 'image/png', bytes: Buffer.alloc(1), updatedAt: now });
}

describe('the schema', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await createDataSource(database.url, ENTITIES).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is what the entities say, so that no migration is missing', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    // Checks are the database's own guard: entities do not repeat them, and TypeORM would drop them.
    const drift = upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT "\w+_check"$/.test(query));
    expect(drift).toEqual([]);
  });

  it('R14 goes down with data and up again', async () => {
    const before = await tables(dataSource);
    await fill(dataSource);
    for (let landed = MIGRATIONS.length; landed > 0; landed -= 1) await dataSource.undoLastMigration();
    expect(await tables(dataSource)).toEqual(['migrations']);
    await dataSource.runMigrations();
    expect(await tables(dataSource)).toEqual(before);
  });

  it('has the statuses and phases of the one table of data', async () => {
    const rows: { code: string; phase: string }[] = await dataSource.query(
      'SELECT code, phase FROM statuses ORDER BY position',
    );
    expect(rows).toEqual(STATUSES.map(({ code, phase }) => ({ code, phase })));
  });
});
