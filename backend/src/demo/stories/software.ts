import type { Story } from '../story.js';

export const SOFTWARE: readonly Story[] = [
  {
    subject: 'Planning program {crashes|closes} when I {open large roofs|add the third string}',
    problem:
      'As soon as I {place more than 60 modules|open the project of {site}}, a window comes up (see picture) and then everything is gone. What I had drawn since the last saving as well.',
    picture: 'error-dialog.png',
    question: 'Could you send me the project file, and tell me which version is shown under *Help – About*?',
    answer: 'File is in the exchange folder. Version 11.2.0, {colleague} has 11.2.3.',
    note: 'Known fault in 11.2.0: `GPU_SHADOW=on` kills it on laptops with two graphics chips.',
    solution:
      'Your version had a fault with the shadow view on laptops like yours. You have 11.2.3 now, like the others, and I opened your project ten times. Automatic saving is on, every five minutes.',
    priority: 'high',
    teams: ['planning'],
  },
  {
    subject: 'Licence of the {drawing program|CAD} has {run out|expired}',
    problem:
      'At the start it says that 0 days are left and the toolbar is grey. I have to hand in the drawings for {site} by {day}.',
    note: 'We have 6 seats, 7 people use it. Amara’s second computer holds one.',
    hold: 'A seventh seat is ordered. Until then please use the computer next to {colleague}.',
    solution:
      'There were more computers than licences. We bought one more seat, and it is yours. I also freed the one on the spare laptop.',
    teams: ['planning'],
  },
  {
    subject: 'Update has been running {for two hours|since {time}}',
    problem:
      'The computer says *Working on updates, 30 %* and does not move. May I switch it off? I have a customer at {ten|eleven}.',
    solution:
      'It was stuck at the graphics driver. I stopped it safely, put the old driver back and blocked this update until it is mended. Next time you may ring us after half an hour.',
  },
  {
    subject: 'Quote tool: {prices of batteries are wrong|old prices in quotes}',
    problem:
      'The tool still uses the prices from before the first of the month. I noticed with {customer}, who would have got it 480 pounds too cheap. Please stop it before more go out.',
    question: 'Did you open an old quote and change it, or was it a new one?',
    answer: 'A copy of an old one. With a new one the price is right.',
    note: 'Copies keep old prices by design. Needs a warning.',
    solution:
      'A copied quote kept the old prices without saying so. It now asks *take over present prices?* and suggests yes. I made a list of {nine|six} quotes of this month that were copies, it is in your inbox.',
    priority: 'high',
    teams: ['sales', 'planning'],
  },
  {
    subject: 'Spreadsheet is locked by “{another user|{colleague}}”',
    problem:
      'I want to enter the hours and it only opens read-only, *locked for editing by {colleague}*. {colleague} went home at noon.',
    solution:
      'The file was still open on the computer at {place}. I closed it after looking that nothing was unsaved. If several of you use it, I can put it where you can all write at once; just say.',
  },
  {
    subject: 'Please install {a PDF editor|the module maker’s design tool|a screen recorder}',
    isRequest: true,
    problem:
      'I need it for {the authority’s forms|the customer talks|the training videos}. {colleague} has it and says it is a great help. I am not allowed to install it myself.',
    question: 'We have two of these. Do you only need to fill in forms, or also to change pages?',
    answer: 'Fill in, and put pages together.',
    solution:
      'It is on your computer, in the start menu under *Company programs*. You can take other approved programs from there yourself, without a ticket.',
    priority: 'low',
  },
  {
    subject: 'Crew calendar shows {yesterday’s plan|old jobs}',
    problem:
      'At six in the morning the tablet still had the plan of the day before. We drove to {site} and nobody expected us. After starting the app anew it was right.',
    note: 'App only refreshes when it comes to the front with network. In the depot there is none at the gate.',
    solution:
      'The app asked for the plan only at the moment when it was opened, and at the gate there is no reception. It now asks every 15 minutes and shows in red how old the plan is.',
    priority: 'high',
    teams: ['crew', 'drivers'],
  },
  {
    subject: 'Photos from site do not {upload|reach the project folder}',
    problem:
      'Since {day} the photos stay on the tablet with a little cloud and an arrow. There are {over a hundred|60} of them now. The office asks me for them every day.',
    question: 'How much memory is free? You see it under *Settings – Storage*.',
    answer: '0.3 GB. Is that little?',
    solution:
      'With less than half a gigabyte free the upload stops. I removed the films of last year from the tablet, and within an hour all photos were up. The tablet now warns you before that happens.',
    teams: ['crew'],
  },
  {
    subject: 'Route planner ignores the {height of van 4|low bridge in Keynsham}',
    problem:
      'It sent us under the bridge with 2.7 m. With the ladder on the roof we are at 2.9. We had to turn round on a main road in the rush hour.',
    solution:
      'The vans were all entered as cars. They have their real heights with ladder now. I checked the tour of tomorrow: it goes round the bridge.',
    teams: ['drivers', 'crew'],
  },
  {
    subject: 'Video calls: my picture is {upside down|green}',
    problem:
      'Since the update {on {day}|last night} I hang from the ceiling. Colleagues find it funny, customers do not.',
    solution:
      'The update had brought another camera driver. I put the one of the maker back and you are the right way up.',
    teams: ['sales', 'planning', 'office', 'hr'],
    priority: 'low',
  },
  {
    subject: 'Word template {has the old logo|prints two pages too many}',
    problem:
      'The template for {offers|letters|reports} is not right since it was changed: see the first page. I paste the logo in by hand each time.',
    solution:
      'There were two templates with the same name, one of them in the old folder. Only the right one is left. Please close the program once.',
    priority: 'low',
    teams: ['office', 'sales', 'hr', 'planning'],
  },
  {
    subject: 'Inverter setup tool does not find the {inverter|serial adapter}',
    problem:
      'On the new laptop the tool says *no device on COM3*. With {colleague}’s old laptop it works on the same cable. I stand in the cellar at {site}.',
    question: 'What does the device manager show under *Ports* while the cable is plugged in?',
    answer: '`USB Serial Port (COM7)`',
    note: 'Tool has COM3 burnt in. Adapter got COM7.',
    solution:
      'The tool only looks at COM3 and the adapter had got COM7. I gave it COM3 for good:\n\n```\nDevice manager > Ports > Advanced > COM3\n```\n\nAll new laptops have it like this now.',
    teams: ['crew', 'planning'],
  },
  {
    subject: 'HR program: {holiday days are wrong|carry-over missing}',
    problem:
      '{Five|Seven} people have too few days since the turn of the quarter. The days from last year are missing. People come to my desk one by one.',
    note: 'Job that carries days over ran with the old deadline of 31 March.',
    solution:
      'The rule still had the deadline from before the new agreement. I corrected it and ran it again; the list with before and after is in your folder. Please look at the two part-timers yourself.',
    teams: ['hr'],
    priority: 'high',
  },
  {
    subject: 'Search on the {planning|project} share finds nothing',
    problem:
      'I look for *inverter* and get no result, although I have the folder with the word in its name in front of me.',
    hold: 'The index is built anew, that takes until {day}.',
    solution:
      'The search had not been looking at that drive since it moved to the new server. It does now, and has read all 410,000 files.',
    teams: ['planning', 'sales', 'office'],
  },
  {
    subject: 'Browser forgets {all passwords|me} every morning',
    problem: 'Each morning I must sign in everywhere again, eight programs. Until last week it remembered me.',
    solution:
      'A setting that clears everything when the browser is closed had been switched on by a new extension. I removed the extension (a voucher finder, please do not install it again) and the setting.',
  },
  {
    subject: 'How do I {merge two lists|compare two price lists} in a spreadsheet?',
    isRequest: true,
    problem:
      'I have the list of the wholesaler and ours, about 900 lines each, and have to find out which prices have changed. At the moment I do it with a ruler.',
    solution:
      'Put both lists in one file, ours in sheet 1 and theirs in sheet 2, then in sheet 1, column E:\n\n```\n=XLOOKUP(A2, Sheet2!A:A, Sheet2!C:C, "not there")\n```\n\nand pull it down. I did it for this month, 37 prices have changed. Happy to show you, it takes ten minutes.',
    teams: ['warehouse', 'accounting', 'planning'],
    priority: 'low',
  },
];
