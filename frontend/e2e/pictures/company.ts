import type { Priority } from '@deskhand/shared';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account, Api, FiledTicket } from '../harness/api';

interface Story {
  readonly by: string;
  readonly subject: string;
  readonly description: string;
  readonly priority?: Priority;
  /** Who took it. */
  readonly taken?: string;
  readonly status?: 'waiting_requester' | 'on_hold' | 'resolved';
  readonly words?: string;
}

const EMPLOYEES = ['Emma Thorn', 'Jonas Keller', 'Aisha Rahman', 'Mateo García', 'Sofia Lindqvist', 'Tom Becker'];
const AGENTS = ['Liam Walsh', 'Priya Nair'];

/** The oldest first. */
const STORIES: readonly Story[] = [
  {
    by: 'Tom Becker',
    subject: 'Old laptop to give back',
    description: 'Where do I bring it?',
    taken: 'Priya Nair',
    status: 'resolved',
    words: 'Leave it at room 1.12, we collect it.',
  },
  {
    by: 'Sofia Lindqvist',
    subject: 'New colleague starts on 1 December',
    description: 'Marta Nowak needs an account and a laptop.',
    taken: 'Liam Walsh',
    status: 'on_hold',
    words: 'Her laptop arrives on Thursday.',
  },
  {
    by: 'Mateo García',
    subject: 'Invoice program closes when I print',
    description: 'It happens with every invoice over two pages.',
    taken: 'Priya Nair',
  },
  {
    by: 'Aisha Rahman',
    subject: 'Shared calendar shows last week',
    description: 'Restarting did not help.',
    priority: 'low',
  },
  {
    by: 'Jonas Keller',
    subject: 'VPN drops on the train',
    description: 'Every ten minutes, on the way home.',
    taken: 'Liam Walsh',
    status: 'waiting_requester',
    words: 'Does it also drop on your phone’s hotspot?',
  },
  {
    by: 'Emma Thorn',
    subject: 'Second screen stays black',
    description: 'Since I moved to desk 4.',
    taken: 'Priya Nair',
    status: 'resolved',
    words: 'The cable was broken; you have a new one.',
  },
  {
    by: 'Tom Becker',
    subject: 'Spam that looks like our bank',
    description: 'Three colleagues got it, nobody clicked.',
    priority: 'high',
  },
  {
    by: 'Sofia Lindqvist',
    subject: 'Website form sends nothing',
    description: 'Customers write that they never hear from us.',
    priority: 'urgent',
    taken: 'Liam Walsh',
  },
  {
    by: 'Emma Thorn',
    subject: 'Licence for the drawing program',
    description: 'The trial ends on Friday.',
    taken: 'Liam Walsh',
    status: 'waiting_requester',
    words: 'Which edition do you need, Standard or Pro?',
  },
  { by: 'Mateo García', subject: 'Phone in meeting room 2 is silent', description: 'Others cannot hear us.' },
  {
    by: 'Aisha Rahman',
    subject: 'Locked out after the holiday',
    description: 'My password has expired.',
    priority: 'high',
  },
];

/** A small company with tickets in every state, and the one whose page is shown. */
export interface Company {
  readonly emma: Account;
  readonly liam: Account;
  readonly shown: FiledTicket;
}

export async function foundCompany(api: Api): Promise<Company> {
  const people = new Map<string, Account>();
  for (const name of EMPLOYEES) people.set(name, await api.person(name));
  for (const name of AGENTS) people.set(name, await api.person(name, 'agent'));
  const person = (name: string): Account => people.get(name)!;
  for (const story of STORIES) await tell(api, story, person);
  const emma = person('Emma Thorn');
  const liam = person('Liam Walsh');
  return { emma, liam, shown: await printerStory(api, emma, liam) };
}

async function tell(api: Api, story: Story, person: (name: string) => Account): Promise<void> {
  const { by, subject, description, priority, taken, status, words } = story;
  const agent = person(taken ?? 'Liam Walsh');
  const filed = await api.ticket(person(by), { subject, description, ...(priority === 'urgent' ? {} : { priority }) });
  const ticket = taken ? await api.assign(agent, filed, agent.id) : filed;
  if (status === 'on_hold') await api.status(agent, ticket, { status, reason: words! });
  else if (status) await api.status(agent, ticket, { status, comment: words! });
}

async function printerStory(api: Api, emma: Account, liam: Account): Promise<FiledTicket> {
  const filed = await api.ticket(emma, {
    subject: 'Printer on floor 3 jams',
    description: 'Every second page since Monday, and it smells a little.\nI have to print the contracts for tomorrow.',
    priority: 'high',
  });
  const taken = await api.assign(liam, filed, liam.id);
  // What comes next is a mail of its own.
  while ((await api.mailsWaiting()) > 0) await pause(200);
  await api.comment(
    liam,
    taken,
    'Thank you, Emma. Please switch it off for now; the printer on floor 2 is free. Is it the grey one by the window?',
  );
  await api.comment(emma, taken, 'Yes, the grey one. Floor 2 works, the contracts are out.');
  await api.comment(
    liam,
    taken,
    'The fuser is worn, third one this year. I order a new roller and ask about the service contract.',
    true,
  );
  return taken;
}
