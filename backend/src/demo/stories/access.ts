import type { Story } from '../story.js';

export const ACCESS: readonly Story[] = [
  {
    subject: '{Locked out|Account locked} after {holiday|the long weekend}',
    problem:
      'I have been away for {two|three} weeks and the computer does not take my password any more. After the fifth attempt it says that the account is locked.',
    question: 'Was there a reminder before you left that the password runs out?',
    answer: 'Possibly. I thought that could wait until I am back.',
    solution:
      'The password had run out while you were away. I unlocked the account and gave you a first password on the phone; the computer asked you for a new one. Mail on the phone will ask for it, too.',
  },
  {
    subject: 'VPN {does not connect from home|stops at “authenticating”}',
    problem:
      'From home the VPN says *Connecting…*, then *Authentication timed out*. In the office all is fine of course. I work from home on {day} and would need the drawings. Picture is attached.',
    picture: 'vpn-client.png',
    question: 'Do you get the request to confirm on your phone when it says “authenticating”?',
    answer: 'No, nothing comes. It is a new phone, by the way, I got it two weeks ago.',
    note: 'Second factor is still registered for the old phone.',
    solution:
      'The confirmation still went to your old phone. I removed it, you scanned the code with the new one, and the VPN connected at {time}. Please hand in the old phone so that we can wipe it.',
    teams: ['planning', 'sales', 'accounting', 'hr', 'office'],
  },
  {
    subject: 'No access to the project folder of {site}',
    problem:
      'I took over the project of {site} from {colleague} and cannot open the folder: *You do not have permission*. The scaffolding goes up on {day}, I need the drawings before.',
    question: 'Is {colleague} still working on it, or should only you have it from now on?',
    answer: 'Both of us please, {colleague} stays as my stand-in.',
    solution:
      'You are in the group of the project now, and {colleague} stays in it. Please sign out and in once, then the folder opens.',
    teams: ['planning', 'sales'],
  },
  {
    subject: 'New colleague starts on {day}: {account|everything} please',
    isRequest: true,
    problem:
      'We have somebody new in {planning|sales|the warehouse} from {day}. Needed:\n\n- account and mail address\n- laptop with docking station\n- phone\n- access to the share of the team and to the calendar\n- badge for the side door\n\nName and start date are in the HR system.',
    note: 'Checklist *joiner* started. Laptop from stock, badge is with Clare.',
    hold: 'Everything is prepared; the badge can be made on the first day only, because of the photo.',
    solution:
      'Done:\n\n| what | where |\n| --- | --- |\n| account, mail | first password in a closed envelope at reception |\n| laptop | on the desk, set up |\n| phone | with the laptop, number is in the phone list |\n| badge | will be made on the first day |\n\nPlease send the new colleague to us at ten for half an hour.',
    teams: ['hr'],
  },
  {
    subject: 'Colleague leaves on {day}: close accounts',
    isRequest: true,
    problem:
      '{colleague}’s colleague in the team leaves at the end of the month. Please close the accounts on the evening of the last day, keep the mailbox for three months for the manager, and collect laptop and phone.',
    note: 'Timed for the evening. Do not forget the supplier portals, those are not in our directory.',
    solution:
      'Accounts are closed, also those in the supplier portals. The mailbox is shared with the manager until the end of the quarter. Laptop and phone are back; the badge is still missing.',
    teams: ['hr'],
  },
  {
    subject: 'Code for the second factor {never arrives|comes too late}',
    problem:
      'When I sign in from {home|the road} a code should come by text message. It comes after five minutes, when it is no longer valid, or not at all. Reception is good where I am.',
    solution:
      'Text messages are unreliable with your provider at the moment. We set up the app on your phone, which needs no reception at all. The text message stays as a spare way.',
  },
  {
    subject: 'Please give {colleague} read access to my calendar',
    isRequest: true,
    problem:
      'While I am {on parental leave|on the course|on holiday} {colleague} should see when I have appointments on site, but not the private ones.',
    solution:
      'Done: {colleague} sees your calendar, and entries marked *private* only show as “busy”. It ends by itself when you are back.',
    priority: 'low',
  },
  {
    subject: '{Supplier portal|Wholesaler’s shop} says my account does not exist',
    problem:
      'I always order {clamps|rails|inverters} at the portal of {supplier}. Today it says that there is no account with my address. {colleague} can log in. We need the material on {day}.',
    note: 'They moved to a new portal over the weekend and carried over main users only.',
    hold: 'We are waiting for {supplier} to make the account on their new portal.',
    solution:
      '{supplier} changed to a new portal and took only one user of each customer along. I had them add you; the invitation is in your inbox. Prices and old orders are the same.',
    teams: ['warehouse', 'planning'],
  },
  {
    subject: 'Computer asks for {a BitLocker key|a recovery key} at start',
    problem:
      'Blue screen in the morning with white text. It wants a *recovery key* of 48 digits. I have never had one. Number on the sticker: {laptop}.',
    note: 'Firmware update came over night. Key is in the directory under {laptop}.',
    solution:
      'A firmware update over night made the computer careful. I read the key to you on the phone, it started, and I told it that the change was all right. It will not ask again.',
    priority: 'high',
  },
  {
    subject: 'Door badge does not open the {side door|tool store|warehouse gate} any more',
    problem:
      'Red light and no click since {day}. The front door works. Before seven nobody is here to let me in, so I stand outside.',
    solution:
      'When the badges were renewed, yours lost the group “early shift”. It is back. Please hold the badge to the reader at the front door once, that is where it learns the change.',
    teams: ['warehouse', 'drivers', 'crew'],
  },
  {
    subject: 'I can see {salaries|papers} that are surely not meant for me',
    problem:
      'I looked for the holiday form and found a folder with salary sheets of last year. I closed it at once and told nobody. I think that should not be so.',
    note: '@{mate} inherited permission from the old share. Checked the log: nobody else opened it. HR knows.',
    solution:
      'Thank you for telling us at once. When the old drive was moved, the folder took over the permissions of the folder above it. It is closed now, the log shows that nobody else had opened it, and HR has been informed.',
    priority: 'urgent',
  },
  {
    subject: 'Cannot sign in to the {time sheet app|driver’s log}',
    problem:
      'It says *Wrong user or password*. I have used the same one for a year. I wrote my hours on paper for {two|three} days now.',
    question: 'Do you type your mail address or your staff number? It wants the number since the update.',
    answer: 'The mail address, as always. Nobody told us about a number.',
    solution:
      'Since the update it takes the staff number (yours is on the back of the badge). I asked HR to tell everybody. Please enter the missing days until Friday, the app lets you go back a week.',
    teams: ['crew', 'drivers', 'warehouse'],
  },
  {
    subject: 'Password change is refused every time',
    problem:
      'I must change my password and everything I think of is refused: *does not meet the requirements*. It does not say which. I am at attempt number {nine|eleven}.',
    solution:
      'It must not contain your name, and the last ten are remembered. A few unrelated words work best: they are long, and nobody guesses them. You found one on the second try, so that was it.',
  },
  {
    subject: 'Please restore my {deleted folder|old drawings} on the {planning|sales} share',
    isRequest: true,
    problem:
      'I wanted to tidy up and deleted the wrong folder, the one of {site}. It is not in the bin. It was there this morning at {time}.',
    question: 'What was it called exactly, and was it in “running” or in “archive”?',
    answer: 'In “running”, with the year in front of the name. About 300 files.',
    solution:
      'Everything is back as of six o’clock this morning, {294|311|302} files. What you changed after that is lost, I am sorry. Deleted folders on a share are kept for 30 days: right-click, *Previous versions*.',
    priority: 'high',
    teams: ['planning', 'sales', 'office'],
  },
  {
    subject: 'Guest WiFi for {the energy adviser|visitors on {day}}',
    isRequest: true,
    problem:
      'We have {six|ten} guests in the training room on {day} and they will need internet. Last time the code did not work and I had to share my phone.',
    solution:
      'The code for that day is in a sealed envelope at reception, good for 25 devices from eight to six. I tested it in the training room.',
    teams: ['office', 'sales', 'hr'],
    priority: 'low',
  },
];
