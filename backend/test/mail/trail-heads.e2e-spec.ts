import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';
import { Client } from 'pg';
import { verifyAndTell } from '../../src/activity/program/verify-program.js';
import { TrailHeadsMailWriter } from '../../src/mail/content/heads/trail-heads-mail.writer.js';
import { DAY } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Somebody } from '../app/builders.js';
import { Postbox, sendTo } from './postbox.js';

describe('the daily mail of the trail’s heads', () => {
  let app: TestApp;
  let postbox: Postbox;
  let folder: string;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    postbox = await Postbox.open();
    folder = await mkdtemp(join(tmpdir(), 'deskhand-heads-'));
    ada = await aUser(app, 'admin', 'Ada');
    await aUser(app, 'agent', 'Liam');
    await app.dataSource.query('DELETE FROM mails');
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
    await rm(folder, { recursive: true });
  });

  /** As the mail says: everything from the first brace to the last. */
  async function saved({ text = '' }: ParsedMail): Promise<string> {
    const file = join(folder, 'heads.json');
    await writeFile(file, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    return file;
  }

  async function verified(against: string): Promise<[boolean, string]> {
    const client = new Client({ connectionString: (app.dataSource.options as { url?: string }).url });
    const lines: string[] = [];
    await client.connect();
    try {
      return [await verifyAndTell(client, { head: undefined, against }, (line) => lines.push(line)), lines.join('\n')];
    } finally {
      await client.end();
    }
  }

  it('goes to admins once a day where it is wanted', async () => {
    const writer = app.nest.get(TrailHeadsMailWriter);
    await writer.write();
    expect(await app.dataSource.query('SELECT FROM mails')).toEqual([]);
    await ada.api.patch('/settings', { trailHeadsDaily: true });
    await writer.write();
    await writer.write();
    app.clock.advance(DAY);
    await writer.write();
    const sender = await sendTo(app, postbox);
    await sender.look();
    await postbox.until(2);
    expect(postbox.received.map(({ to }) => to)).toEqual([ada.email, ada.email]);
  });

  it('holds the file that verify takes, in both forms, which gives away a trail that was cut', async () => {
    await aTicket(await aUser(app));
    const [, mail] = await postbox.read(ada.email);
    if (!mail) throw new Error('no mail came');
    const file = await saved(mail);
    expect(await verified(file)).toEqual([true, expect.stringContaining('All of them are as they were written.')]);
    expect(mail.html).toContain('<html lang="en">');
    expect(String(mail.html).replaceAll('&quot;', '"')).toMatch(/"hash": "[\da-f]{64}"/);

    const longer = (mail.text ?? '').replace(/"links": \d+/, '"links": 99999');
    const [isWell, told] = await verified(await saved({ ...mail, text: longer }));
    expect(isWell).toBe(false);
    expect(told).toMatch(/^MISSING {2}chain \d+ had 99999 entries on .* it was cut\.$/m);
  });
});
