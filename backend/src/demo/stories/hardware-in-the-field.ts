import type { Story } from '../story.js';

export const HARDWARE_IN_THE_FIELD: readonly Story[] = [
  {
    subject: 'Tablet {{tablet}|of our crew} fell off the roof',
    problem:
      'It slid down and landed on the drive at {site}. Glass is broken, it still lights up. The photos of today are on it, they are **not** uploaded yet.',
    question: 'Can you still unlock it, or does it not react to touch?',
    answer: 'Touch works in the lower half only.',
    note: 'Get the photos off by cable first, then send in. Spare is TAB-14.',
    hold: 'The tablet is at the repair shop, they say five working days. You have the spare one.',
    solution:
      'All 84 photos are saved in the folder of {site}. The tablet has a new glass and is back in the drawer with your name; it also has a proper case with a loop now. Please use the loop.',
    priority: 'high',
    teams: ['crew'],
  },
  {
    subject: 'Navigation in {van} sends us {to the wrong yard|round in circles}',
    problem:
      'We typed in the address of {site} and ended up in front of a field. The second time this week. The map on my phone knows it. See photo.',
    picture: 'map-tablet.png',
    solution:
      'The maps in {van} were from 2019. The update took two hours on the WiFi of the depot and is done. Vans 2 and 5 got it as well.',
    teams: ['crew', 'drivers'],
  },
  {
    subject: 'Hand scanner {does not read|beeps but books nothing}',
    problem:
      'It beeps at the code, the green light comes, but nothing shows up in the goods list. The {other|older} scanner works. A lorry is being unloaded right now.',
    question: 'Does the display show a small antenna with a line through it?',
    answer: 'Yes, at the top left.',
    solution:
      'It had fallen out of the WiFi and stored everything. Back at the charging station it connected and booked all 41 scans. I renewed its certificate, that was the cause.',
    priority: 'high',
    teams: ['warehouse'],
  },
  {
    subject: 'Thermal camera cannot be read by the {laptop|computer}',
    problem:
      'We made pictures of the modules at {site}, and when I plug in the camera, the computer shows an empty drive. On the camera they are there.',
    note: 'Card was formatted in the camera with a format our laptops do not read without the driver.',
    solution:
      'The driver of the camera was missing on the new laptops. It is installed on all of planning’s and on the crews’. Your 120 pictures are in the project folder.',
    teams: ['crew', 'planning'],
  },
  {
    subject: 'Phone {broken|went for a swim}: {rain|gutter}',
    problem:
      'My phone was in the breast pocket in that downpour on {day}. It shows stripes now. I can ring but see nothing. I am on site from seven, so best ring {colleague}.',
    solution:
      'You got a new one, rugged this time, with the same number. Contacts and photos came back from the backup. The old one is wiped.',
    teams: ['crew', 'drivers'],
  },
  {
    subject: '{van}: hands-free kit does not {connect|find my phone}',
    problem:
      'It worked with the old phone. With the new one the car says *device list full*. I must not phone with the thing in my hand.',
    solution:
      'The kit remembers eight phones and was full of those of former colleagues. I deleted all that are gone and added yours and {colleague}’s.',
    teams: ['drivers', 'crew', 'sales'],
  },
  {
    subject: 'Forklift terminal {freezes|stands still} several times a day',
    problem:
      'The screen on the forklift stops, mostly when I drive from hall 1 to hall 2. I have to switch it off and wait three minutes. {Four times today.|It costs us half an hour a day.}',
    note: 'Loses the session when it changes between the two access points. Roaming was off.',
    solution:
      'Between the halls it changes from one transmitter to the other and lost its connection there. It now changes without a break; Jamie drove to and fro ten times while I watched.',
    teams: ['warehouse'],
  },
  {
    subject: 'Power bank of the {measuring case|meter kit} does not charge',
    problem:
      'The case for the insulation test has been on the charger since {day} and still shows one lamp. Tomorrow is the acceptance at {site}.',
    question: 'Is the lamp on the charger itself green or off?',
    answer: 'It is off. I took the one from the other case.',
    solution:
      'The charger had given up. A new one is in the case, and there is a spare in the drawer of the drivers’ room.',
    teams: ['crew'],
  },
  {
    subject: 'Drone: {video stutters|tablet loses the drone}',
    problem:
      'When we look at the roof from above, the picture stands still for seconds. At {site} I brought it down blind. I do not want to fly like this.',
    hold: 'Not flown until the maker has looked at it: the case is sent off, number {number}.',
    solution:
      'The maker replaced the antenna of the control. Test flight over the yard with {colleague}: 20 minutes without a break. The log is in the folder *drone*.',
    priority: 'high',
    teams: ['crew', 'planning'],
  },
  {
    subject: 'Monitoring box at {site} is offline',
    problem:
      'The customer rang: the app has shown no yield since {day}. The inverter runs, we checked with the meter. I think our box has lost the internet.',
    question: 'Did the customer change anything, a new router or another password?',
    answer: 'Yes, he got a new router last week. He forgot to say so.',
    solution:
      'The box still looked for the old WiFi. I sent him the three steps with pictures, and it has reported every five minutes since {time}. The days without data are filled in from the inverter’s memory.',
    teams: ['planning', 'crew', 'sales'],
  },
  {
    subject: 'Clocking terminal in {Avonmouth|the drivers’ room} {shows the wrong time|is five minutes fast}',
    problem: 'The terminal is ahead of everybody’s phone. In the evening we lose five minutes each day, it adds up.',
    solution:
      'It could not reach the time server since the firewall was renewed. It can now, and the time is right. HR corrects the minutes of this month.',
    teams: ['warehouse', 'drivers'],
  },
];
