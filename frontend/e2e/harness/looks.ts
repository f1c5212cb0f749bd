import type { Account, Api, FiledTicket } from './api';
import { linkIn, type Mailbox } from './mailbox';

export interface Scene {
  readonly api: Api;
  readonly mailbox: Mailbox;
  readonly employee: Account;
  readonly agent: Account;
  readonly ticket: FiledTicket;
  readonly deleted: FiledTicket;
}

/** A page in one of its states. */
export interface Look {
  /** The path in the client's route table. */
  readonly route: string;
  readonly what: string;
  readonly as?: 'employee' | 'agent' | 'admin';
  /** The status of an answer that makes this page what it is. */
  readonly refuses?: number;
  readonly address: (scene: Scene) => string | Promise<string>;
}

/** Well formed, and of no mail. */
const ODD_TOKEN = `0192f0c1-0000-7000-8000-000000000001.${'a'.repeat(43)}`;

const at = (address: string) => () => address;
const atTheTicket = ({ ticket }: Scene): string => `/tickets/${ticket.id}`;

/** Every page of the route table, some of them more than once. */
export const LOOKS: readonly Look[] = [
  { route: '', what: 'The landing page', address: at('/') },
  { route: 'sign-in', what: 'The sign-in page', address: at('/sign-in') },
  { route: 'register', what: 'The page to register', address: at('/register') },
  { route: 'setup', what: 'The setup page after the setup', address: at('/setup') },
  {
    route: 'reset-password',
    what: 'The page of a reset link',
    address: ({ api, employee }) => api.resetLink(employee),
  },
  { route: 'reset-password', what: 'The page of a broken reset link', address: at('/reset-password') },
  {
    route: 'accept-invitation',
    what: 'The page of an invitation',
    address: async ({ api }) => (await api.invite('Nora New')).url,
  },
  { route: 'accept-invitation', what: 'The page of a broken invitation', address: at('/accept-invitation') },
  { route: 'forgot-password', what: 'The forgotten password', address: at('/forgot-password') },
  { route: 'confirm-address', what: 'The page that confirms an address', address: at('/confirm-address#token=odd') },
  { route: 'confirm-address', what: 'The page of a broken confirmation', address: at('/confirm-address') },
  {
    route: 'unsubscribe',
    what: 'The page that stops mails',
    address: async ({ mailbox, employee }) => linkIn(await mailbox.mailTo(employee.email, /#/), '/unsubscribe'),
  },
  {
    route: 'unsubscribe',
    what: 'A broken link that stops mails',
    refuses: 422,
    address: at(`/unsubscribe?token=${ODD_TOKEN}`),
  },
  { route: 'tickets', what: 'My tickets', as: 'employee', address: at('/tickets') },
  { route: 'tickets', what: 'My tickets of staff, with none', as: 'agent', address: at('/tickets') },
  { route: 'tickets/new', what: 'New ticket', as: 'employee', address: at('/tickets/new') },
  { route: 'tickets/new', what: 'New ticket of staff', as: 'agent', address: at('/tickets/new') },
  { route: 'tickets/:id', what: 'The ticket for its requester', as: 'employee', address: atTheTicket },
  { route: 'tickets/:id', what: 'The ticket for staff', as: 'agent', address: atTheTicket },
  { route: 'queue', what: 'The queue', as: 'agent', address: at('/queue') },
  { route: 'queue', what: 'The queue with nothing in it', as: 'agent', address: at('/queue?number=999999999') },
  { route: 'reports', what: 'The reports', as: 'agent', address: at('/reports') },
  {
    route: 'reports',
    what: 'Reports of days without tickets',
    as: 'agent',
    address: at('/reports?from=2020-01-01&to=2020-01-31'),
  },
  { route: 'queue', what: 'The queue with the hits of a search', as: 'agent', address: at('/queue?q=printer') },
  { route: 'queue', what: 'The queue with no hit of a search', as: 'agent', address: at('/queue?q=zzzzqqqq') },
  { route: 'tickets', what: 'What an employee finds', as: 'employee', address: at('/tickets?q=printer') },
  { route: 'tickets', what: 'An employee who finds nothing', as: 'employee', address: at('/tickets?q=zzzzqqqq') },
  { route: 'snippets', what: 'The snippets of an admin', as: 'admin', address: at('/snippets') },
  { route: 'bin', what: 'The bin', as: 'admin', address: at('/bin') },
  {
    route: 'tickets/:id',
    what: 'A ticket in the bin',
    as: 'admin',
    address: ({ deleted }) => `/tickets/${deleted.id}`,
  },
  { route: 'people', what: 'People for an agent', as: 'agent', address: at('/people') },
  { route: 'people', what: 'People for an admin', as: 'admin', address: at('/people') },
  { route: 'admin', what: 'The list of settings', as: 'admin', address: at('/admin') },
  { route: 'admin/organisation', what: 'The organisation', as: 'admin', address: at('/admin/organisation') },
  { route: 'admin/rules', what: 'Registration and limits', as: 'admin', address: at('/admin/rules') },
  { route: 'admin/categories', what: 'The categories', as: 'admin', address: at('/admin/categories') },
  { route: 'admin/statuses', what: 'The statuses', as: 'admin', address: at('/admin/statuses') },
  { route: 'admin/import', what: 'The import', as: 'admin', address: at('/admin/import') },
  { route: 'admin/trail', what: 'The trail', as: 'admin', address: at('/admin/trail') },
  { route: 'admin/trail', what: 'A trail without entries', as: 'admin', address: at('/admin/trail?ticket=999999999') },
  { route: 'admin/mail', what: 'The mail log', as: 'admin', address: at('/admin/mail') },
  { route: 'admin/mail', what: 'A mail log without mails', as: 'admin', address: at('/admin/mail?ticket=999999999') },
  {
    route: 'admin/mail/:id',
    what: 'A mail',
    as: 'admin',
    address: async ({ api, mailbox, employee }) => {
      await mailbox.mailTo(employee.email, /./);
      return `/admin/mail/${await api.mailTo(employee)}`;
    },
  },
  {
    route: 'admin/mail/:id',
    what: 'A mail that is not there',
    as: 'admin',
    refuses: 404,
    address: at('/admin/mail/0192f0c1-0000-7000-8000-000000000001'),
  },
  { route: 'account', what: 'The own account', as: 'employee', address: at('/account') },
  { route: 'not-allowed', what: 'A page that is not allowed', as: 'employee', address: at('/queue') },
  { route: '**', what: 'An unknown page, signed out', address: at('/nowhere') },
  { route: '**', what: 'An unknown page, signed in', as: 'employee', address: at('/nowhere') },
];

/** A ticket with everything on it: a reply of each side, a note, an assignee and several entries on its trail. */
export async function setTheScene(api: Api, mailbox: Mailbox): Promise<Scene> {
  const employee = await api.person('Emma Employee');
  const agent = await api.person('Liam Agent', 'agent');
  const ticket = await api.ticket(employee, {
    priority: 'high',
    description: 'It jams.\n\n- every morning\n- on `A4`',
  });
  const taken = await api.assign(agent, ticket, agent.id);
  await api.comment(agent, ticket, 'The tray is worn out.', true);
  await api.status(agent, taken, { status: 'waiting_requester', comment: 'Which floor is it on?' });
  await api.comment(employee, ticket, 'The third.');
  const deleted = await api.ticket(employee, { subject: 'Filed by mistake' });
  await api.delete(agent, deleted);
  return { api, mailbox, employee, agent, ticket, deleted };
}
