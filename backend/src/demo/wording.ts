import type { Random } from './random.js';

/** Innermost braces first, so that a choice may hold what is filled in. */
const BRACES = /\{([^{}]*)\}/;

const THINGS: Readonly<Record<string, readonly string[]>> = {
  place: [
    ...['the planning office', 'reception', 'the accounts office', 'the warehouse office', 'the sales office'],
    ...['the HR office', 'the meeting room upstairs', 'the break room by the loading bay', 'the training room'],
  ],
  printer: ['PRN-01', 'PRN-02', 'PRN-03', 'PRN-04', 'PRN-06'],
  laptop: ['LT-014', 'LT-022', 'LT-031', 'LT-037', 'LT-041', 'LT-046', 'LT-052', 'LT-058'],
  tablet: ['TAB-03', 'TAB-05', 'TAB-08', 'TAB-11', 'TAB-12'],
  van: ['van 1', 'van 2', 'van 4', 'van 5', 'van 7'],
  site: [
    ...['the school roof in Thornbury', 'the farm in Wickwar', 'the terrace houses in Keynsham', 'the barn near Yate'],
    ...['the village hall in Pensford', 'the brewery in Frome', 'the care home in Nailsea', 'the depot in Avonmouth'],
  ],
  customer: ['Mrs Hargreave', 'Mr Okafor', 'the Pembury family', 'Dr Lindqvist', 'Mr and Mrs Tanner', 'Ms Devlin'],
  supplier: ['the inverter supplier', 'the scaffolding firm', 'the module wholesaler', 'the cable supplier'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: ['7:10', '7:45', '8:20', '9:05', '10:30', '11:15', '13:40', '14:25', '15:50'],
};

/** The words of one ticket: what was filled in once stays the same in all its texts. */
export class Wording {
  private readonly filled = new Map<string, string>();

  constructor(
    private readonly random: Random,
    people: Readonly<Record<string, string>>,
  ) {
    for (const [name, value] of Object.entries(people)) this.filled.set(name, value);
  }

  /** @throws Error for a name that nobody fills in */
  write(text: string): string {
    let written = text;
    for (let found = BRACES.exec(written); found; found = BRACES.exec(written)) {
      const [whole, inner = ''] = found;
      const words = inner.includes('|') ? this.random.pick(inner.split('|')) : this.valueOf(inner);
      written = written.slice(0, found.index) + words + written.slice(found.index + whole.length);
    }
    return capitalised(written);
  }

  private valueOf(name: string): string {
    const known = this.filled.get(name);
    if (known !== undefined) return known;
    const value = name === 'number' ? String(this.random.between(2104, 9876)) : this.random.pick(thingsCalled(name));
    this.filled.set(name, value);
    return value;
  }
}

function thingsCalled(name: string): readonly string[] {
  const things = THINGS[name];
  if (!things) throw new Error(`nothing is called {${name}}`);
  return things;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
