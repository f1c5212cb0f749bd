import type { Story } from '../story.js';

export const WEBSITE: readonly Story[] = [
  {
    subject: 'Contact form on the website {sends nothing|does not arrive}',
    problem:
      'A customer rang to ask why nobody answers her. She filled in the form on our website {twice|on {day}}. I looked, and since {last week|{day}} not a single message has come in. Normally it is four or five a day.',
    note: 'Form mails end in quarantine since the certificate of the relay changed. 23 messages are there.',
    solution:
      'The web server sent the messages, but our own mail filter held them back. The filter knows the form now. **23 messages** from the last days are in your inbox, sorry for the heap.',
    priority: 'urgent',
    teams: ['sales', 'office'],
  },
  {
    subject: 'Wrong opening hours of the showroom on the website',
    problem:
      'On the page of the Bath showroom it says that we are open on Saturdays until four. It is one o’clock now. People stand in front of a closed door and are not amused.',
    solution:
      'Corrected on the showroom page and in the footer, where it stood a second time. It may take an hour until everybody sees it.',
    teams: ['sales'],
  },
  {
    subject: 'Website is {very slow|slow as treacle} {since this morning|today}',
    problem:
      'Pages take half a minute. I tried from my phone without WiFi and it is the same. We have an advert in the paper today, so it really matters.',
    note: 'The start page loads a 48 MB picture, uploaded at {time}.',
    solution:
      'The new picture on the start page was 48 MB, straight from the camera. I put a smaller one in its place (300 kB, looks the same) and set a limit for uploads. The page is there within a second.',
    priority: 'high',
    teams: ['sales', 'office', 'planning'],
  },
  {
    subject: 'Solar calculator shows {negative savings|nonsense} for small roofs',
    problem:
      'If I enter a roof of less than 18 square metres, the calculator says the customer saves *minus* {212|87|140} pounds a year. With bigger roofs it is fine.\n\nSteps:\n\n1. Open the calculator\n2. Roof: 15 m²\n3. South, 35 degrees\n4. Look at the last line',
    question: 'Is it the same without a battery ticked?',
    answer: 'No! Without the battery it is right.',
    solution:
      'The calculator took the price of the largest battery for every roof. It now chooses by size, and the smallest roof gets none. I checked twelve examples against the price list from planning.',
    teams: ['sales', 'planning'],
  },
  {
    subject: 'I cannot {edit|change} the page with our references',
    problem:
      'When I log in to the website and click *Edit* on the references page, it says that the page is locked by “{colleague}”. {colleague} says he has not touched it for weeks.',
    solution:
      'His browser still held the page open from weeks ago. I removed the lock. From now on a lock ends by itself after two hours.',
    teams: ['office', 'sales'],
  },
  {
    subject: 'Intranet: phone list is out of date',
    problem:
      'The list on the intranet still has people who left in spring, and {three|four} new colleagues are missing. I use it twenty times a day at reception.',
    note: 'List was a file that somebody kept by hand. Better to read it from the staff list.',
    hold: 'We connect the list to the staff list, so that nobody has to keep it by hand. That comes with the maintenance evening.',
    solution:
      'The phone list comes from the staff list now and is refreshed every night. Please tell HR and not us if a number is wrong, then it is right everywhere.',
    teams: ['office', 'hr'],
    priority: 'low',
  },
  {
    subject: 'Browser warns that our site is “not secure”',
    problem:
      'When I show our website to customers on the tablet, the browser says *Your connection is not private*. On my computer there is no warning. It looks terrible in front of people.',
    question: 'What date and time does the tablet show?',
    answer: 'Oh. It says it is January 2021.',
    solution:
      'The tablet had lost its date after the battery ran empty, and with a wrong date no certificate is valid. It takes its time from the network again. The website itself is in order.',
    teams: ['sales', 'crew'],
  },
  {
    subject: 'Please put the new {heat pump brochure|price list|apprentice film} on the website',
    isRequest: true,
    problem:
      'The file is in the marketing folder, *final_final2*. It should replace the old one, under the same address if possible, because the link is printed on our leaflets.',
    solution:
      'It is online under the same address as before, so the leaflets stay right. I checked the link from the leaflet with my phone.',
    teams: ['office', 'sales'],
    priority: 'low',
  },
  {
    subject: 'Applications from the careers page arrive without {CV|attachments}',
    problem:
      'Since about {day} applications come in with the text only. I rang two applicants and both say that they had added a PDF.',
    note: 'Upload limit of the form is 2 MB, larger files are dropped without a word.',
    solution:
      'Files over 2 MB were thrown away silently. The limit is 15 MB now, and whoever exceeds it is told. The four applicants of last week got a friendly mail with a link to add their papers.',
    teams: ['hr'],
    priority: 'high',
  },
  {
    subject: 'Map on the “How to find us” page {is grey|shows an error}',
    problem:
      'Where the map should be there is a grey box with *for development purposes only* in it. Visitors of {day} ended up at the old address.',
    note: 'Key of the map service ran out with the old company card.',
    solution:
      'The map service had been paid with a card that is no longer valid. I replaced the map by a drawing of our own that needs no service, with a link for the navigation.',
    teams: ['office', 'sales'],
  },
];
