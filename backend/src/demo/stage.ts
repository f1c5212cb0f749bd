import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../auth/access/access.js';
import { Uploads } from '../tickets/attachments/uploads.service.js';
import { CommentEditing } from '../tickets/comments/comment-editing.service.js';
import { Comments } from '../tickets/comments/comments.service.js';
import { Filing } from '../tickets/filing/filing.service.js';
import { Undo } from '../tickets/undo/undo.service.js';
import { Watchers } from '../tickets/watchers/watchers.service.js';
import { Closing } from '../tickets/work/closing.service.js';
import { TicketWork, type TicketVersion } from '../tickets/work/ticket-work.service.js';
import { isOfTicket, type PlannedAct, type PlannedTicketAct, type TicketKey } from './acts.js';
import { Cast } from './cast.js';

type Act<Kind extends PlannedTicketAct['kind']> = Extract<PlannedTicketAct, { kind: Kind }>;

/** Performs what was planned, through the services through which people do it. */
export class Stage {
  readonly cast: Cast;
  private readonly tickets = new Map<TicketKey, string>();
  /** By ticket and author. */
  private readonly latestComments = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    /** Ids by name. */
    private readonly categories: ReadonlyMap<string, string>,
    /** The folder of what people attach. */
    private readonly pictures: string,
  ) {
    this.cast = new Cast(app);
  }

  async perform(act: PlannedAct): Promise<void> {
    if (!isOfTicket(act)) {
      await (act.kind === 'close-resolved' ? this.app.get(Closing).closeResolved() : this.cast.perform(act));
    } else if (act.kind === 'file') await this.file(act);
    else if (act.kind === 'comment') await this.comment(act);
    else if (act.kind === 'correct') await this.correct(act);
    else if (act.kind === 'watch') await this.app.get(Watchers).add(this.by(act), this.idOf(act.ticket), act.email);
    else if (act.kind === 'undo') await this.app.get(Undo).undo(this.by(act), this.idOf(act.ticket));
    else await this.work(act);
  }

  private async work(act: Act<'move' | 'assign' | 'edit' | 'delete'>): Promise<void> {
    const work = this.app.get(TicketWork);
    const version: TicketVersion = { id: this.idOf(act.ticket), ifMatch: '*' };
    if (act.kind === 'assign') {
      await work.assign(this.by(act), version, act.to === null ? null : this.cast.idOf(act.to));
    } else if (act.kind === 'move') {
      const { status, reason, comment } = act;
      await work.changeStatus(this.by(act), version, {
        status,
        ...(reason === undefined ? {} : { reason }),
        ...(comment === undefined ? {} : { comment }),
      });
    } else if (act.kind === 'edit') {
      const { priority, category } = act;
      await work.edit(this.by(act), version, {
        ...(priority === undefined ? {} : { priority }),
        ...(category === undefined ? {} : { categoryId: this.categoryId(category) }),
      });
    } else await work.delete(this.by(act), version);
  }

  private async file(act: Act<'file'>): Promise<void> {
    const { subject, description, category, priority, requester, follows, by, picture } = act;
    const attachmentIds = picture === undefined ? [] : [await this.upload(this.by(act), picture)];
    const { body } = await this.app.get(Filing).file(this.by(act), {
      subject,
      description,
      priority,
      attachmentIds,
      categoryId: category === null ? null : this.categoryId(category),
      ...(requester === by ? {} : { requesterId: this.cast.idOf(requester) }),
      ...(follows === undefined ? {} : { followsId: this.idOf(follows) }),
    });
    this.tickets.set(act.ticket, body.id);
  }

  private async upload(actor: Actor, name: string): Promise<string> {
    const content = createReadStream(join(this.pictures, name));
    const { id } = await this.app.get(Uploads).keep(actor, { name, content });
    return id;
  }

  private async comment(act: Act<'comment'>): Promise<void> {
    const { body, internal, ticket } = act;
    const added = await this.app.get(Comments).add(this.by(act), this.idOf(ticket), { body, internal });
    this.latestComments.set(`${ticket} ${act.by}`, added.body.id);
  }

  private async correct({ ticket, by, body, ...act }: Act<'correct'>): Promise<void> {
    const commentId = this.latestComments.get(`${ticket} ${by}`);
    if (commentId === undefined) throw new Error(`${by} has written nothing that could be corrected at ${act.at}`);
    await this.app.get(CommentEditing).edit(this.cast.actor(by), { ticketId: this.idOf(ticket), commentId }, body);
  }

  private by({ by }: PlannedTicketAct): Actor {
    return this.cast.actor(by);
  }

  private idOf(ticket: TicketKey): string {
    const id = this.tickets.get(ticket);
    if (id === undefined) throw new Error(`ticket ${ticket} of the plan was not filed yet`);
    return id;
  }

  private categoryId(name: string): string {
    const id = this.categories.get(name);
    if (id === undefined) throw new Error(`there is no category ${name}`);
    return id;
  }
}
