import { Injectable } from '@nestjs/common';
import { isWantedByDefault, MAIL_CHOICES, type MailChoice, mailChoicesOf } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import type { MailChoicesDto, MailPreferencesDto } from './mail-preferences.dto.js';
import { MailPreference } from './mail-preference.entity.js';

/** Only what differs from what is usual is kept. `$2` are the choices that are as usual again, `$3` and `$4` the others. */
const CHOOSE = `
  WITH usual AS (
    DELETE FROM mail_preferences WHERE user_id = $1 AND choice = ANY ($2)
  )
  INSERT INTO mail_preferences (user_id, choice, wanted)
  SELECT $1, c.choice, c.wanted FROM unnest($3::text[], $4::boolean[]) AS c (choice, wanted)
  ON CONFLICT (user_id, choice) DO UPDATE SET wanted = excluded.wanted`;

/** Which mails people want. */
@Injectable()
export class MailPreferences {
  constructor(private readonly dataSource: DataSource) {}

  async of({ id, role }: Pick<Actor, 'id' | 'role'>): Promise<MailPreferencesDto> {
    const wanted = await this.wantedBy(id);
    return { choices: Object.fromEntries(mailChoicesOf(role).map((choice) => [choice, wanted(choice)])) };
  }

  /** What is left out stays as it is. Nothing of it is on the trail, as with other preferences. */
  async choose(userId: string, choices: MailChoicesDto): Promise<void> {
    const chosen = MAIL_CHOICES.filter((choice) => choices[choice] !== undefined);
    const usual = chosen.filter((choice) => choices[choice] === isWantedByDefault(choice));
    const others = chosen.filter((choice) => !usual.includes(choice));
    await this.dataSource.query(CHOOSE, [userId, usual, others, others.map((choice) => choices[choice])]);
  }

  async wantedBy(userId: string): Promise<(choice: MailChoice) => boolean> {
    const rows = await this.dataSource.manager.findBy(MailPreference, { userId });
    const own = new Map(rows.map(({ choice, wanted }) => [choice, wanted]));
    return (choice) => own.get(choice) ?? isWantedByDefault(choice);
  }
}
