import type { Story } from '../story.js';

export const HARDWARE_IN_THE_OFFICE: readonly Story[] = [
  {
    subject: '{Printer in {place} jams|Paper jam again in {place}|{printer} eats paper}',
    problem:
      '{Every second page|About one page in five} gets stuck in {printer} since {day}. We open the flap, pull it out, and then it goes on for a while. A photo of the display is attached.',
    picture: 'printer-display.jpg',
    question: 'Which tray does it take the paper from when that happens?',
    answer: 'From the lower one. If I put the paper in the upper one it seems better.',
    note: 'Pick-up roller of tray 2. We have one left in the cupboard.',
    solution:
      'The roller of the lower tray was worn out. I put in a new one and printed 60 pages without a jam. The next roller is ordered for stock.',
  },
  {
    subject: '{Second screen stays black|No picture on the left screen}',
    problem:
      'Since I came in {this morning|after the fire drill} the left screen says *no signal*. I pulled the plug and put it back, the lamp is on.',
    question:
      'Could you swap the two cables at the back of the docking station and tell me which screen stays black then?',
    answer: 'Now the right one is black. So it is the cable?',
    solution:
      'Yes, the cable. The cleaning machine had driven over it. A new one is in place and I fixed it under the desk.',
  },
  {
    subject: '{Laptop {laptop}|My laptop} {gets very hot and loud|sounds like a hair dryer}',
    problem:
      'It begins after half an hour, even if I only write mails. Colleagues are already making jokes. On the underside it is too hot to touch.',
    note: 'Fan full of dust and cat hair. No judgement.',
    solution:
      'The fan was full of dust. Cleaned, new heat paste, and the power plan is back to *balanced*. It ran a video for an hour at 52 degrees.',
  },
  {
    subject: 'Network socket in {place} is dead',
    problem:
      'We moved the desks and the socket by the window does nothing. The little light on the computer stays off. I drew where it is, see picture.',
    picture: 'network-socket.png',
    note: 'Socket 2.14 is not patched. Port 31 on the switch is free.',
    solution:
      'That socket had never been connected in the cabinet. It is now, and your computer has had a gigabit since {time}. I wrote the number on the frame.',
  },
  {
    subject: 'Docking station does not charge {my laptop|{laptop}}',
    problem:
      'At my desk everything works, screens, mouse, but the battery goes down all the same. In the evening it is empty and the thing switches off.',
    question: 'What is written on the power supply of the docking station, 65 or 130 W?',
    answer: '65. I think somebody swapped it when the desks were moved.',
    solution:
      'That was it: your docking station had got the power supply of a smaller one. You have the right one again, it shows 130 W and charges.',
  },
  {
    subject: 'Meeting room upstairs: {no sound|nobody hears us} in video calls',
    problem:
      'We see the others and they see us, but {they hear nothing|there is only a hum}. We then all sat around one laptop. Next call with the bank is on {day}.',
    note: 'Room microphone had been plugged into the wrong USB port, charging only.',
    solution:
      'The microphone was in a socket that only charges. It is in the right one now, which has a green sticker, and I made a call of ten minutes with {colleague}. There is a sheet on the table with a picture of how it must look.',
    priority: 'high',
    teams: ['planning', 'sales', 'office', 'hr', 'accounting'],
  },
  {
    subject: 'Keyboard: {letters stick|some keys do nothing} after {coffee|tea}',
    problem:
      'I admit it, a cup fell over. I turned it upside down at once. Now the *e* comes double and the space bar only works with force.',
    solution: 'A new keyboard is on your desk. The old one could not be saved, it was sweet tea.',
    priority: 'low',
  },
  {
    subject: 'Label printer in {the warehouse office|dispatch} prints {half labels|between the labels}',
    problem:
      'Since the new roll the print is shifted by half a label. Drivers cannot scan the codes. I have tried turning the roll round.',
    note: 'New rolls have a gap of 3 mm, the old ones had 2.',
    solution:
      'The new rolls have a wider gap. I had the printer measure them (hold the button for five seconds until it feeds three labels), and now it fits. Please do the same whenever another sort comes in.',
    priority: 'high',
    teams: ['warehouse', 'drivers'],
  },
  {
    subject: '{WiFi drops in {place}|WiFi in {place} comes and goes}',
    problem:
      'Every {ten|twenty} minutes the connection is gone for a moment, always in the same corner. {In calls I freeze.|The cable works.}',
    question: 'Does it also happen on your phone at the same spot?',
    answer: 'Yes, the phone shows one bar there, too.',
    note: 'Two access points on the same channel since the new one went up.',
    solution:
      'Two transmitters used the same channel and disturbed each other. They are on different ones now and a bit stronger. I walked through all rooms with a meter, the weakest spot is the kitchen.',
  },
  {
    subject: 'Computer {does not start any more|is dead this morning}',
    problem:
      'I press the button, a lamp blinks {twice|three times} orange, and that is all. Yesterday everything was normal. Sticker: {laptop}.',
    note: 'Memory module had come loose. Blink code 2 = no memory.',
    solution:
      'A memory module had worked itself loose. Pressed it back in, tested it over lunch, no fault. Your data was never in danger.',
    priority: 'high',
  },
  {
    subject: 'Scanner makes a {black line|stripe} down every page',
    problem: 'All scans from {printer} have a thin black line on the right. Printing is fine. I have wiped the glass.',
    solution:
      'The line comes from the narrow strip of glass at the left, over which single sheets are pulled. There was a drop of correction fluid on it. It is clean again; a soft cloth is now in the drawer.',
    teams: ['accounting', 'hr', 'office', 'sales'],
    priority: 'low',
  },
  {
    subject: 'Headset: others hear {an echo|me as if from a bucket}',
    problem:
      'Customers complain since {day}. I have the headset with the wire. If I unplug it and use the laptop it is better, but then the whole office listens.',
    question: 'Could you choose *Settings – Sound – Input* once and tell me which microphone stands there?',
    answer: 'It says *Webcam*. Is that wrong?',
    solution:
      'The computer had chosen the microphone of the webcam. It uses the headset now and stays with it. Test call sounded clear.',
    teams: ['sales', 'office', 'planning', 'hr'],
  },
  {
    subject: '{Mouse|Mouse pointer} jumps {all over the screen|around}',
    problem:
      'It is fine for a minute, then the pointer leaps into a corner. I put in new batteries. It drives me mad in the drawings.',
    solution:
      'The receiver was right behind the docking station, which disturbs it. With a short extension cable it sits on the desk now, and the pointer stays where it should.',
    teams: ['planning', 'accounting', 'office', 'sales'],
    priority: 'low',
  },
];
