import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import type { Scene } from '../app/scene.js';
import { checksum } from '../app/checksum.js';
import { OPERATIONS } from '../app/operations.js';

/** Fields that only the server sets, each with a value that an attacker would like. */
const OWNED: Record<string, unknown> = {
  id: newId(),
  role: 'admin',
  permissions: ['people.manage'],
  version: 99,
  number: 1,
  status: 'closed',
  phase: 'done',
  createdAt: '2001-01-01T00:00:00.000Z',
  updatedAt: '2001-01-01T00:00:00.000Z',
  created_at: '2001-01-01T00:00:00.000Z',
  creator: { id: newId() },
  creatorId: newId(),
  requester: { id: newId() },
  requester_id: newId(),
  authorId: newId(),
  actorId: newId(),
  assignee: { id: newId() },
  ticketId: newId(),
  userId: newId(),
  passwordHash: '$2b$12$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  disabledAt: null,
  public: true,
  automatic: true,
  constructor: { prototype: { role: 'admin' } },
  prototype: { role: 'admin' },
  toString: 'admin',
  'user.role': 'admin',
  'role[]': 'admin',
};

describe('S05 fields that the server owns', () => {
  let app: TestApp;
  let scene: Scene;
  let otto: Somebody;

  beforeAll(async () => {
    app = await startApp();
    otto = await aUser(app, 'employee', 'Otto');
    const [agent, admin] = [await aUser(app, 'agent'), await aUser(app, 'admin')];
    scene = { app, requester: otto, agent, admin, caller: otto };
  });
  afterAll(() => app.close());

  const isForStaff = (path: string): boolean =>
    /^\/(users|settings|categories|statuses|views|snippets|tickets\/bulk)\b|\/(assignee|restore|redaction|retry)$/.test(
      path,
    );

  const WRITES = OPERATIONS.filter(({ isUnsafe, takesJson }) => isUnsafe && takesJson);

  it.each(WRITES.map(({ name, method, fields }) => [name, method, fields] as const))(
    'S05 %s takes none of them, and changes nothing when they are tried',
    async (name, method, fields) => {
      for (const person of [otto, scene.admin]) {
        const call = await goodCall(name, { ...scene, caller: person });
        const before = await checksum(app);
        for (const field of Object.keys(OWNED).filter((each) => !fields.includes(each))) {
          const body = { ...call.body, [field]: OWNED[field] };
          const { status } = await person.api.call(method, call.path, { headers: call.headers, body });
          expect([field, status]).toEqual([field, person === otto && isForStaff(call.path) ? 403 : 400]);
        }
        expect(await checksum(app)).toBe(before);
      }
    },
  );

  it.each(WRITES.filter(({ fields }) => fields.length > 0).map(({ name, method }) => [name, method] as const))(
    'S05 %s refuses a body with a prototype of its own',
    async (name, method) => {
      const call = await goodCall(name, { ...scene, caller: scene.admin });
      const before = await checksum(app);
      const rest = JSON.stringify(call.body).slice(1);
      for (const body of [`{"__proto__":{"role":"admin"},${rest}`, `{"constructor":{"prototype":{}},${rest}`]) {
        const { status } = await scene.admin.api.call(method, call.path, { headers: call.headers, body });
        expect([body, status]).toEqual([body, 400]);
      }
      expect(await checksum(app)).toBe(before);
      expect(({} as { role?: string }).role).toBeUndefined();
    },
  );

  it('S05 what an employee may not set on his own ticket, he cannot set when filing', async () => {
    const draft = { subject: 'Mine', description: 'All of it.' };
    for (const more of [{ priority: 'urgent' }, { requesterId: scene.agent.id }, { requesterId: otto.id }]) {
      const { status, body } = await otto.api.post<Problem>('/tickets', { ...draft, ...more });
      expect([more, status, body.code]).toEqual([more, 403, 'not_allowed']);
    }
    const filed = await otto.api.post<Ticket>('/tickets', { ...draft, priority: 'high' });
    expect(filed.body).toMatchObject({ requester: { id: otto.id }, creator: { id: otto.id }, version: 1 });
    const note = { body: 'For staff.', internal: true };
    expect((await otto.api.post<Problem>(`/tickets/${filed.body.id}/comments`, note)).status).toBe(403);
  });
});
