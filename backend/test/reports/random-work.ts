import type { TestApp } from '../app/app.js';
import { aTicket, ifMatch, type Somebody, type Ticket } from '../app/builders.js';
import { csv, imported } from '../imports/imported.js';

/** Numbers that look random and are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Company {
  readonly app: TestApp;
  readonly employee: Somebody;
  readonly agents: readonly Somebody[];
  readonly admin: Somebody;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
}

const DAY = 24 * 60 * 60 * 1000;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** A company at work: each call does something with some ticket, whatever is possible just then. */
export class RandomWork {
  private imports = 0;

  constructor(
    private readonly company: Company,
    private readonly random: () => number,
  ) {}

  /** Tickets of these days, some of them answered and resolved. */
  async importSome(count: number, first: number, last: number): Promise<void> {
    const { admin, employee, agents, categories } = this.company;
    const rows = Array.from({ length: count }, () => {
      const created = first + this.random() * (last - first);
      const replied = Math.min(created + 10 ** (1 + this.random() * 8), Date.now());
      const resolved = this.random() < 0.6 ? iso(Math.min(replied + this.random() * 9 * DAY, Date.now())) : '';
      const agent = this.pick(agents).email;
      const replies = this.random() < 0.8 ? [{ body: 'We look.', author: agent, at: iso(replied) }] : [];
      const cells = [iso(created), resolved, this.pick(categories).name, this.pick(PRIORITIES), employee.email];
      const assignee = this.random() < 0.7 ? agent : '';
      const comments = `"${JSON.stringify(replies).replaceAll('"', '""')}"`;
      const status = resolved === '' ? 'submitted' : 'resolved';
      return [`Row ${++this.imports}`, ...cells, assignee, status, comments].join(',');
    });
    const columns = 'subject,createdAt,resolvedAt,category,priority,requester,assignee,status,comments';
    const { rejected } = { rejected: [], ...(await imported(admin, csv(columns, ...rows))) };
    if (rejected.length > 0) throw new Error(`not imported: ${JSON.stringify(rejected)}`);
  }

  async step(): Promise<void> {
    const { agents, admin, employee, categories } = this.company;
    const agent = this.pick(agents);
    const { id, version } = await this.someTicket();
    const path = `/tickets/${id}`;
    const tag = ifMatch({ version });
    const assigneeId = this.pick([null, ...agents.map((each) => each.id)]);
    const acts: (() => Promise<unknown>)[] = [
      () => aTicket(employee, { categoryId: this.pick(categories).id }),
      () => agent.api.patch(path, { priority: this.pick(PRIORITIES) }, tag),
      () => agent.api.patch(path, { categoryId: this.pick(categories).id }, tag),
      () => agent.api.post(`${path}/assignee`, { assigneeId }, tag),
      () => agent.api.post(`${path}/comments`, { body: 'We look.' }),
      () => agent.api.post(`${path}/status`, { status: 'resolved' }, tag),
      () => employee.api.post(`${path}/status`, { status: 'in_progress' }, tag),
      () => employee.api.post(`${path}/status`, { status: 'closed' }, tag),
      () => employee.api.post(`${path}/status`, { status: 'cancelled' }, tag),
      () => agent.api.delete(path, tag),
      () => admin.api.post(`${path}/restore`),
      () => admin.api.delete(`${path}?purge=true`, tag),
      () => agent.api.post(`${path}/undo`),
      () => agent.api.post('/tickets/bulk', { ids: [id], change: { priority: this.pick(PRIORITIES), assigneeId } }),
      () => agent.api.post('/tickets/bulk', { ids: [id], change: { status: 'resolved' } }),
    ];
    await this.pick(acts)();
  }

  private async someTicket(): Promise<Pick<Ticket, 'id' | 'version'>> {
    const rows: Pick<Ticket, 'id' | 'version'>[] = await this.company.app.dataSource.query(
      'SELECT id, version FROM tickets ORDER BY (deleted_at IS NOT NULL) = ($1 < 0.3) DESC, md5(id::text || $1::text) LIMIT 1',
      [this.random()],
    );
    return rows[0]!;
  }

  private pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.random() * values.length)]!;
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
