import { leavingNoTickets } from './create-rate.js';
import { byTurns, file, type Filing } from './filing.js';
import type { Stage } from './stage.js';

/** What the mail costs that is written with a ticket. */
export interface MailFigures {
  /** By somebody who wants no receipt. */
  readonly without: Filing;
  readonly beside: Filing;
  /** How many were written in all. */
  readonly mails: number;
}

const UNWANTED = `INSERT INTO mail_preferences (user_id, choice, wanted) VALUES ($1, 'ticket_received', false)`;
const WANTED = `DELETE FROM mail_preferences WHERE user_id = $1 AND choice = 'ticket_received'`;

/** @param seconds of filing tickets in each turn */
export function measureMail(stage: Stage, seconds: number): Promise<MailFigures> {
  const { client, facts } = stage;
  const filing =
    (...statements: readonly string[]) =>
    async (): Promise<Filing> => {
      for (const statement of statements) await client.query(statement, [facts.employee.id]);
      return file(stage, seconds);
    };
  return leavingNoTickets(stage, async () => {
    const [without, beside] = await byTurns([filing(WANTED, UNWANTED), filing(WANTED)]);
    const { rows } = await client.query<{ mails: number }>(
      'SELECT count(*)::integer AS mails FROM mails WHERE ticket_id IS NOT NULL',
    );
    if (!without || !beside) throw new Error('nothing was filed');
    return { without, beside, mails: rows[0]?.mails ?? 0 };
  });
}
