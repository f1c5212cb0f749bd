import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../../platform/config/settings.js';
import type { ClaimedMail } from '../../queue/mail-queue.js';
import { layOut } from '../layout/lay-out.js';
import { MailComposer } from '../mail-composer.js';
import type { MailContent } from '../mail-content.js';
import { readReader } from '../reader.js';
import { trailHeadsLetter } from './trail-heads-letter.js';

/** Composes the mails of the trail's heads, for whoever is an admin still. */
@Injectable()
export class TrailHeadsMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    composer: MailComposer,
  ) {
    composer.composeWith(['trail_heads'], (mail) => this.compose(mail));
  }

  private async compose(mail: ClaimedMail): Promise<MailContent | null> {
    const file = mail.news[0]?.file;
    const reader = await readReader(this.dataSource.manager, mail);
    if (reader?.person?.role !== 'admin' || typeof file !== 'object' || file === null) return null;
    return layOut(trailHeadsLetter(reader, file, mail.created_at, this.settings.publicUrl));
  }
}
