import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { Api } from '../app/api.js';
import { aUser, type Somebody } from '../app/builders.js';
import { goodCall, missingRows } from '../app/calls.js';
import type { Scene } from '../app/scene.js';
import { OPERATIONS } from '../app/operations.js';
import { readTable } from '../app/table.js';

/**
 * What each operation answers to whom. `signedOut` sends no token; `stranger` is an employee who has nothing to do with
 * the ticket, `watcher` one who was added to it, `requester` the one whose it is; `ended` was signed out on all devices.
 * They send bearer tokens, which make cookies ignored, so nobody has a browser's session to refresh here.
 */
const { columns, rows } = readTable(`
                              signedOut stranger watcher requester agent admin disabled ended
  GET /health/live            200       200      200     200       200   200   200      200
  GET /health/ready           200       200      200     200       200   200   200      200
  GET /setup                  200       200      200     200       200   200   200      200
  POST /setup                 409       409      409     409       409   409   409      409
  POST /auth/register         201       201      201     201       201   201   201      201
  POST /auth/login            200       200      200     200       200   200   403      200
  POST /auth/token            200       200      200     200       200   200   403      200
  POST /auth/refresh          401       401      401     401       401   401   401      401
  POST /auth/reset-password   204       204      204     204       204   204   204      204
  POST /auth/accept-invitation 201      201      201     201       201   201   201      201
  POST /auth/verify-email     200       200      200     200       200   200   200      200
  POST /auth/verify-email/request 401   202      202     202       202   202   401      401
  POST /auth/forgot-password  202       202      202     202       202   202   202      202
  POST /auth/change-address   401       202      202     202       202   202   401      401
  DELETE /auth/change-address 401       204      204     204       204   204   401      401
  POST /auth/logout           401       204      204     204       204   204   401      401
  GET /auth/sessions          401       200      200     200       200   200   401      401
  DELETE /auth/sessions       401       204      204     204       204   204   401      401
  DELETE /auth/sessions/{id}  401       204      204     204       204   204   401      401
  POST /auth/change-password  401       204      204     204       204   204   401      401
  GET /auth/me                401       200      200     200       200   200   401      401
  PATCH /auth/me              401       200      200     200       200   200   401      401
  PATCH /auth/me/preferences  401       200      200     200       200   200   401      401
  GET /auth/me/mail           401       200      200     200       200   200   401      401
  PUT /auth/me/mail           401       200      200     200       200   200   401      401
  GET /mail/unsubscribe       200       200      200     200       200   200   200      200
  POST /mail/unsubscribe      200       200      200     200       200   200   200      200
  DELETE /mail/unsubscribe    200       200      200     200       200   200   200      200
  GET /users                  401       403      403     403       200   200   401      401
  GET /users/{id}             401       403      403     403       200   200   401      401
  POST /users/invitations     401       403      403     403       403   201   401      401
  PATCH /users/{id}           401       403      403     403       403   200   401      401
  POST /users/{id}/reset-link 401       403      403     403       403   201   401      401
  POST /users/{id}/erasure    401       403      403     403       403   204   401      401
  GET /tickets                401       200      200     200       200   200   401      401
  POST /tickets               401       201      201     201       201   201   401      401
  GET /tickets/export         401       200      200     200       200   200   401      401
  POST /imports               401       403      403     403       403   200   401      401
  GET /tickets/{id}           401       404      200     200       200   200   401      401
  PATCH /tickets/{id}         401       404      403     200       200   200   401      401
  DELETE /tickets/{id}        401       404      403     204       204   204   401      401
  POST /tickets/{id}/restore  401       403      403     403       403   200   401      401
  POST /tickets/{id}/undo     401       404      409     200       200   200   401      401
  POST /tickets/bulk          401       403      403     403       200   200   401      401
  POST /tickets/bulk/{bulkId}/undo 401  403      403     403       200   200   401      401
  POST /tickets/{id}/status   401       404      403     200       200   200   401      401
  POST /tickets/{id}/assignee 401       403      403     403       200   200   401      401
  GET /tickets/{id}/comments  401       404      200     200       200   200   401      401
  POST /tickets/{id}/comments 401       404      201     201       201   201   401      401
  PATCH /tickets/{id}/comments/{commentId} 401 404 200     200 200   200   401      401
  POST /tickets/{id}/comments/{commentId}/redaction 401 403 403     403 403 200 401 401
  PUT /tickets/{id}/read      401       404      204     204       204   204   401      401
  DELETE /tickets/{id}/read   401       404      204     204       204   204   401      401
  GET /unread                 401       200      200     200       200   200   401      401
  DELETE /unread              401       204      204     204       204   204   401      401
  PUT /tickets/{id}/presence  401       404      200     200       200   200   401      401
  GET /tickets/{id}/watchers  401       404      200     200       200   200   401      401
  POST /tickets/{id}/watchers 401       404      403     201       201   201   401      401
  DELETE /tickets/{id}/watchers 401     404      204     204       204   204   401      401
  GET /tickets/{id}/activity  401       404      200     200       200   200   401      401
  GET /activity               401       403      403     403       403   200   401      401
  GET /activity/state         401       403      403     403       403   200   401      401
  GET /activity/export        401       403      403     403       403   200   401      401
  POST /attachments           401       201      201     201       201   201   401      401
  GET /attachments/{id}       401       404      200     200       200   200   401      401
  GET /views                  401       200      200     200       200   200   401      401
  GET /views/counts           401       200      200     200       200   200   401      401
  POST /views                 401       403      403     403       201   201   401      401
  PATCH /views/{id}           401       403      403     403       200   200   401      401
  DELETE /views/{id}          401       403      403     403       204   204   401      401
  GET /snippets               401       403      403     403       200   200   401      401
  POST /snippets              401       403      403     403       201   201   401      401
  PATCH /snippets/{id}        401       403      403     403       200   200   401      401
  DELETE /snippets/{id}       401       403      403     403       204   204   401      401
  GET /reports/overview       401       403      403     403       200   200   401      401
  GET /reports/volume         401       403      403     403       200   200   401      401
  GET /reports/first-replies  401       403      403     403       200   200   401      401
  GET /reports/resolutions    401       403      403     403       200   200   401      401
  GET /reports/open           401       403      403     403       200   200   401      401
  GET /categories             401       200      200     200       200   200   401      401
  POST /categories            401       403      403     403       403   201   401      401
  PATCH /categories/{id}      401       403      403     403       403   200   401      401
  GET /events                 401       200      200     200       200   200   401      401
  GET /statuses               401       200      200     200       200   200   401      401
  PATCH /statuses             401       403      403     403       403   200   401      401
  GET /settings               401       403      403     403       403   200   401      401
  PATCH /settings             401       403      403     403       403   200   401      401
  PUT /settings/logo          401       403      403     403       403   200   401      401
  DELETE /settings/logo       401       403      403     403       403   204   401      401
  GET /mail                   401       403      403     403       403   200   401      401
  GET /mail/state             401       403      403     403       403   200   401      401
  GET /mail/{id}              401       403      403     403       403   200   401      401
  POST /mail/{id}/retry       401       403      403     403       403   200   401      401
  GET /organisation           200       200      200     200       200   200   200      200
  GET /organisation/logo      200       200      200     200       200   200   200      200
`);

describe('S02 who may call what', () => {
  let app: TestApp;
  let base: Omit<Scene, 'caller'>;

  beforeAll(async () => {
    app = await startApp();
    const [requester, agent, admin] = [await aUser(app), await aUser(app, 'agent'), await aUser(app, 'admin')];
    base = { app, requester, agent, admin };
  });
  afterAll(() => app.close());

  async function somebody(who: string): Promise<Somebody> {
    const person = await aUser(app, who === 'agent' || who === 'admin' ? who : 'employee');
    if (who === 'signedOut') return { ...person, api: new Api(app.url) };
    if (who === 'disabled') await base.admin.api.patch(`/users/${person.id}`, { disabled: true });
    if (who === 'ended') {
      await person.api.delete('/auth/sessions');
      await person.api.post('/auth/logout');
    }
    return person;
  }

  const told = (cells: readonly (number | string)[]): string =>
    columns.map((who, at) => `${who} ${cells[at]}`).join(', ');

  async function answerTo(who: string, name: string, method: string): Promise<number> {
    const caller = await somebody(who);
    const part = who === 'requester' || who === 'watcher' ? { [who]: caller } : {};
    const call = await goodCall(name, { ...base, caller, ...part });
    const { status } = await caller.api.call(method, call.path, call);
    return status;
  }

  it('S02 has a row for every operation of the description, and no other', () => {
    expect(missingRows(rows)).toEqual([]);
  });

  it.each(OPERATIONS.map(({ name, method, statuses }) => [name, method, statuses] as const))(
    'S02 %s answers each of them as its row says, with a status that is described',
    async (name, method, statuses) => {
      const answers = await Promise.all(columns.map((who) => answerTo(who, name, method)));
      expect(told(answers)).toEqual(told(rows[name]!));
      expect(answers.filter((status) => !statuses.includes(status))).toEqual([]);
    },
  );

  it('S02 takes a token that is none for no token', async () => {
    const api = new Api(app.url, 'no token at all');
    for (const { name, method } of OPERATIONS.filter(({ name }) => rows[name]?.[0] === '401')) {
      const call = await goodCall(name, { ...base, caller: base.requester });
      expect([name, (await api.call(method, call.path, call)).status]).toEqual([name, 401]);
    }
  });
});
