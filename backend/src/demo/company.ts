import type { Role } from '@deskhand/shared';
import type { Team } from './story.js';

export const COMPANY = 'Brightwater Solar';
const DOMAIN = 'brightwater-solar.example';

/** The one password of everybody in the demo. */
export const DEMO_PASSWORD = 'roof tiles and sunshine';

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team: Team | 'it';
  readonly place: string;
  readonly phone: string | null;
}

type Row = readonly [name: string, team: Colleague['team'], place: string, extension?: string];

const EMPLOYEES: readonly Row[] = [
  ['Megan Hollis', 'planning', 'Bristol, planning office', '31'],
  ['Oliver Prentice', 'planning', 'Bristol, planning office', '32'],
  ['Amara Nwosu', 'planning', 'Bristol, planning office', '33'],
  ['Callum Reid', 'planning', 'Bristol, planning office'],
  ['Hannah Whitlock', 'sales', 'Bristol, sales office', '21'],
  ['Dev Malhotra', 'sales', 'Bristol, sales office', '22'],
  ['Sophie Trask', 'sales', 'Bath, showroom', '71'],
  ['Lewis Barrow', 'sales', 'Bath, showroom', '72'],
  ['Ruth Penhale', 'accounting', 'Bristol, accounts office', '41'],
  ['Gareth Moss', 'accounting', 'Bristol, accounts office', '42'],
  ['Ines Carvalho', 'accounting', 'Bristol, accounts office', '43'],
  ['Judith Fairley', 'hr', 'Bristol, HR office', '51'],
  ['Ben Attwood', 'hr', 'Bristol, HR office', '52'],
  ['Clare Dunmore', 'office', 'Bristol, reception', '10'],
  ['Edwin Marsh', 'office', 'Bristol, management', '11'],
  ['Yasmin Sadiq', 'office', 'Bristol, marketing', '61'],
  ['Frank Tolley', 'warehouse', 'Avonmouth, warehouse', '81'],
  ['Danuta Kowalska', 'warehouse', 'Avonmouth, warehouse office', '82'],
  ['Jamie Croft', 'warehouse', 'Avonmouth, warehouse'],
  ['Neil Bristow', 'drivers', 'Avonmouth, drivers’ room'],
  ['Kasia Lewandowska', 'drivers', 'Avonmouth, drivers’ room'],
  ['Pete Garland', 'crew', 'Field crew north'],
  ['Aled Morgan', 'crew', 'Field crew north'],
  ['Tyrone Bailey', 'crew', 'Field crew south'],
  ['Marta Silva', 'crew', 'Field crew south'],
  ['Rory Quinn', 'crew', 'Field crew Bath'],
];

const AGENTS: readonly Row[] = [
  ['Priya Anand', 'it', 'Bristol, IT', '90'],
  ['Tom Ashdown', 'it', 'Bristol, IT', '91'],
  ['Lucy Farrant', 'it', 'Avonmouth, IT', '92'],
  ['Sam Okoro', 'it', 'Bristol, IT', '93'],
];

const ADMINS: readonly Row[] = [
  ['Nora Whitfield', 'it', 'Bristol, IT', '94'],
  ['Iain Mackay', 'it', 'Bristol, IT', '95'],
];

/** Asked to join, and not there yet. */
const INVITED: readonly Row[] = [
  ['Zoe Hartnell', 'sales', 'Bath, showroom'],
  ['Mikkel Lund', 'planning', 'Bristol, planning office'],
  ['Grace Adeyemi', 'crew', 'Field crew south'],
];

function colleague(role: Role, [name, team, place, extension]: Row): Colleague {
  const address = name.toLowerCase().replace(' ', '.');
  const phone = extension === undefined ? null : `+44 117 496 00${extension}`;
  return { name, email: `${address}@${DOMAIN}`, role, team, place, phone };
}

export const PEOPLE: readonly Colleague[] = [
  ...ADMINS.map((row) => colleague('admin', row)),
  ...AGENTS.map((row) => colleague('agent', row)),
  ...EMPLOYEES.map((row) => colleague('employee', row)),
];

export const NEWCOMERS: readonly Colleague[] = INVITED.map((row) => colleague('employee', row));

/** Left the company during the demo's time. */
export const LEAVER = 'Callum Reid';

/** Those with whom the demo is looked at. */
export const FACES = { employee: 'Megan Hollis', agent: 'Priya Anand', admin: 'Nora Whitfield' } as const;

export function colleagueCalled(name: string): Colleague {
  const found = [...PEOPLE, ...NEWCOMERS].find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

export function firstName({ name }: Colleague): string {
  return name.split(' ')[0] ?? name;
}
