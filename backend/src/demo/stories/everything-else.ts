import type { Story } from '../story.js';

export const EVERYTHING_ELSE: readonly Story[] = [
  {
    subject: 'Moving desks in {place} on {day}: {cables and phones|please help}',
    isRequest: true,
    problem:
      'We turn the {four|three} desks round so that nobody sits in the sun. We would need somebody who unplugs the computers and puts them back so that they work afterwards.',
    question: 'From when can the computers be off, and who must be able to work first?',
    answer: 'From three in the afternoon. {colleague} starts at seven the next day.',
    solution:
      'All desks are connected, tested one by one, and the cables are in a tray. The phone of {colleague} rings at the new place.',
    priority: 'low',
    teams: ['planning', 'sales', 'accounting', 'hr', 'office'],
  },
  {
    subject: 'Who do I ask about {a new phone contract|the alarm system|the copier lease}?',
    isRequest: true,
    problem:
      'I do not know whether this belongs to you. The letter came to me and it says that we must answer within a month.',
    solution:
      'This is with us, you did right. I took the letter from your tray and answer it together with Edwin. You need not do anything.',
    priority: 'low',
  },
  {
    subject: 'Projector for the {staff meeting|customer evening} on {day}',
    isRequest: true,
    problem:
      'In the hall in Avonmouth, from five o’clock, about 30 people. We have a film with sound. Last time we had no cable that fitted.',
    solution:
      'Projector, speaker, two cables and an adapter are in the grey case at reception. I tried the film with your laptop. I am there from half past four until it runs.',
    teams: ['hr', 'sales', 'office'],
  },
  {
    subject: 'Beeping from the {server room|cupboard under the stairs}',
    problem:
      'Something beeps every {ten|thirty} seconds since {this morning|last night}. I cannot go in. It is driving reception up the wall.',
    note: 'UPS battery. Self-test failed at {time}. Replacement set is {number} in the catalogue.',
    hold: 'The new battery comes on {day}. The beep is switched off until then, the lamp stays red.',
    solution:
      'The battery of the emergency power supply was at its end. A new set is in, the test ran for eleven minutes without mains. Silence.',
    priority: 'high',
    teams: ['office', 'hr', 'accounting'],
  },
  {
    subject: 'Phone at reception {does not ring|goes straight to the answering machine}',
    problem:
      'Customers tell me on my mobile that nobody picks up. The phone is in front of me and has not rung since {time}. Calling out works.',
    note: 'Night service was still on, button next to the display.',
    solution:
      'The night service was switched on, by the button next to the display which is easily pressed when one wipes the phone. It now needs two presses. Seven callers are on the list of missed calls.',
    priority: 'urgent',
    teams: ['office'],
  },
  {
    subject: 'Training for the {new time sheet app|ticket portal}: when?',
    isRequest: true,
    problem:
      'Half of the crew asks me how it works and I do not know it myself. Could you come to the morning meeting once?',
    solution:
      'I was there on {day} at half past six, ten minutes and a sheet with five pictures for each van. The sheet is on the intranet, too.',
    teams: ['crew', 'drivers', 'warehouse'],
    priority: 'low',
  },
  {
    subject: 'Old computers in {the cellar|the corridor}: {in the way|who takes them?}',
    isRequest: true,
    problem:
      'There are {five|eight} old computers and a box of cables which have stood there for months. The fire officer was not pleased. Are there still data on them?',
    note: 'Disks out and shredded, rest to the recycler. List for Ruth, two are not written off yet.',
    solution:
      'Collected on {day}. The disks were taken out and destroyed, I have the certificate. Accounts have the list of what to write off.',
    teams: ['office', 'warehouse', 'accounting'],
  },
  {
    subject: 'Can I take my laptop {on holiday to Portugal|to my parents in Poland}?',
    isRequest: true,
    problem:
      'I would like to work from there for {three days|a week}, agreed with Edwin. Is that allowed and will everything work?',
    question: 'From which day to which, so that I can allow signing in from there?',
    answer: 'From {day} for eight days.',
    solution:
      'Allowed for these days, it ends by itself. Please use the VPN always and no hotel computers. If the laptop gets lost ring us at once, day or night.',
    priority: 'low',
    teams: ['planning', 'sales', 'accounting', 'office'],
  },
  {
    subject: 'Camera at the {gate|loading bay} shows {only black|yesterday}',
    problem:
      'I wanted to see when the pallet was collected, and the picture stands still since {day}. Nobody had noticed.',
    solution:
      'The recorder’s disk was full because it kept 90 days and not 14. It keeps 14 as agreed now, and somebody of us gets a mail when a camera stands still.',
    teams: ['warehouse', 'drivers'],
    priority: 'high',
  },
  {
    subject: 'Idea: {QR codes on the tool cases|a list of who has which tablet}',
    isRequest: true,
    problem:
      'We spend a quarter of an hour each morning looking for things. If everything had a code that we scan when we take it, we would know. Just an idea.',
    hold: 'A good idea that needs a little money. On the list for the meeting on {day}.',
    solution:
      'We try it with 20 cases in Avonmouth: codes are on, scanning works with the tablets. Let us look after a month whether people use it.',
    priority: 'low',
    teams: ['crew', 'warehouse', 'drivers'],
  },
  {
    subject: 'Electronic signature: {customer} cannot sign the contract',
    problem:
      'The link that we send says *document has expired* although I sent it an hour ago. It is a big one, I would not like to lose it.',
    question: 'Did you change anything in the document after it was sent?',
    answer: 'Only a typing error in the address.',
    solution:
      'Every change makes the earlier link worthless, also a small one. I sent it anew, {customer} signed at {time}. The tool now warns before that happens.',
    priority: 'high',
    teams: ['sales'],
  },
  {
    subject: 'Radio in the {warehouse|workshop} disturbs the scanners?',
    problem:
      'It sounds silly, but since Frank has the new radio the scanners lose the connection at the packing table. If we switch it off it gets better. We have tried it several times.',
    note: 'Not silly: it has a 2.4 GHz wireless speaker, same channel.',
    solution:
      'You were right. The radio sends to its speaker on the frequency of the scanners. The scanners use another one now, and the music may stay.',
    teams: ['warehouse'],
    priority: 'low',
  },
  {
    subject: 'Emergency contacts: card in {van} has the wrong IT number',
    problem:
      'The card behind the sun visor still has the number of the old office. We rang it on {day} and got a hairdresser.',
    solution:
      'New cards with the right number are in all seven vans and in the drivers’ room. The hairdresser sends her regards.',
    teams: ['drivers', 'crew'],
    priority: 'low',
  },
  {
    subject: 'Lift phone / emergency call test {failed|overdue}',
    problem:
      'The lift company writes that the test call on {day} did not get through. They need to know whether the line still exists since we changed the telephone system.',
    note: 'The lift had its own analogue line. It was cancelled together with the fax.',
    hold: 'The lift company comes on {day} to put in a mobile module.',
    solution:
      'The old line had been cancelled with the fax number. The lift has a mobile module now, test call answered within 20 seconds, report is filed with Clare.',
    priority: 'urgent',
    teams: ['office'],
  },
];
