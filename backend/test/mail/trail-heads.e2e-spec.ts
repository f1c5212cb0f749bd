import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TrailHeadsMails } from '../../src/mail/content/heads/trail-heads-mails.js';
import { DAY } from '../../src/platform/clock.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Somebody } from '../app/builders.js';
import { Postbox, sendTo } from './postbox.js';

describe('the daily mail of the trail’s heads', () => {
  let app: TestApp;
  let postbox: Postbox;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    postbox = await Postbox.open();
    ada = await aUser(app, 'admin', 'Ada');
    await aUser(app, 'agent', 'Liam');
    await app.dataSource.query('DELETE FROM mails');
  });
  afterAll(async () => {
    await app.close();
    await postbox.close();
  });

  it('goes to admins once a day where it is wanted, with the file that verify takes', async () => {
    const mails = app.nest.get(TrailHeadsMails);
    await mails.write();
    expect(await app.dataSource.query('SELECT FROM mails')).toEqual([]);
    await ada.api.patch('/settings', { trailHeadsDaily: true });
    await mails.write();
    await mails.write();
    app.clock.advance(DAY);
    await mails.write();
    const sender = await sendTo(app, postbox);
    await sender.look();
    await postbox.until(2);
    const [, parsed] = await postbox.read(ada.email);
    const text = parsed?.text ?? '';
    const file = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as { heads: unknown[] };
    expect(file).toMatchObject({ installation: app.keys.installationId });
    expect(file.heads[0]).toEqual({
      lane: expect.any(Number),
      links: expect.any(Number),
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(postbox.received.map(({ to }) => to)).toEqual([ada.email, ada.email]);
  });
});
