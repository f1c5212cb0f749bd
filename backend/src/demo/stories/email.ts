import type { Story } from '../story.js';

export const EMAIL: readonly Story[] = [
  {
    subject: '{Mails to {customer} come back|My mails to {customer} are returned}',
    problem:
      'Since {day} every mail I send to {customer} comes back after a minute. The message is:\n\n```\n550 5.7.1 Message rejected, SPF check failed\n```\n\nOther customers get my mails without trouble. The offer runs out on Friday.',
    question:
      'Do you send it from the normal mailbox or from the offer tool? Both use our name, but not the same server.',
    answer: 'From the offer tool, with the button “Send to customer”.',
    note: 'SPF record lacks the new sending address of the offer tool. The old one was switched off last week.',
    solution:
      'The offer tool got a new sending address last week which was not in our SPF record, so strict receivers refused it. I added it; the test to {customer} arrived at {time}. Please send your offer once more.',
    priority: 'high',
    teams: ['sales', 'planning'],
  },
  {
    subject: '{Mailbox full|My mailbox says it is full}, cannot send anything',
    problem:
      'Outgoing mails stay where they are and there is a red bar that says my mailbox is full. I have already deleted {a lot|about 200 mails}, but the bar does not move.',
    note: 'Deleted items alone are 11 GB, mostly roof photos.',
    solution:
      'Deleted mails still count until the folder *Deleted items* is emptied, and yours held 11 GB of roof photos. I moved the photos to the project share and emptied the folder, so you have plenty of room again. Photos are best put into the project folder and linked.',
  },
  {
    subject: 'Shared mailbox {“service@”|“planning@”|“orders@”} is missing since the update',
    problem:
      'After the update {this morning|on {day}} the shared mailbox is gone from the list on the left. {colleague} still sees it.',
    question: 'Does it also not show in the web version?',
    answer: 'In the browser it is there, only the program on my computer does not show it.',
    solution:
      'The update had switched off the automatic adding of shared mailboxes for your profile. I added it by hand; it needs about ten minutes to fill. {If it asks for a password, use your own.|}',
  },
  {
    subject: 'Strange mail from “Edwin” asking for gift cards',
    problem:
      'I got a mail that looks like it is from Edwin. He asks me to buy gift cards and send him the codes, and says he is in a meeting and cannot be rung. The address behind the name is something with *brightwater-so1ar*. I did **not** answer.',
    note: '@{mate} 14 people got it. I blocked the domain and pulled the mail out of the mailboxes that had not opened it.',
    solution:
      'Well spotted, and exactly right not to answer. It was fraud: the address has a *1* in place of the *l*. The sender is blocked and the mail is removed from all mailboxes. Nobody had replied.',
    priority: 'high',
  },
  {
    subject: 'Out-of-office answer {cannot be switched off|still running}',
    problem:
      'I have been back for {two days|a week} and people still get my holiday answer. In the settings it says *off*.',
    solution:
      'There were two: the setting that you saw, and an old rule in your mailbox from last summer which answers as well. I removed the rule. Sent myself a test, no answer came back.',
  },
  {
    subject: 'Calendar of the {big meeting room|training room} shows free although it is taken',
    problem:
      'Twice this week we stood in front of a full room. The calendar said it was free. {colleague} swears he had booked it.',
    note: 'The room accepts bookings only from people in the group “staff”, {colleague} is still in “trial month”.',
    solution:
      'Bookings by people who joined in the last weeks were put aside for approval, and nobody is set to approve. The room now takes bookings from everybody at once. The eleven that had been waiting are in the calendar, please look whether two of them collide.',
  },
  {
    subject: 'Signature shows the old {address|phone number}',
    problem:
      'Under my mails there is still the {old address in Bedminster|number from before we moved}. I changed it in my profile {on {day}|last week} but nothing happens.',
    solution:
      'The signature is made from the staff list, not from the mail profile, and is refreshed at night. I corrected the staff list and started it by hand. Please open a new mail and look.',
    priority: 'low',
  },
  {
    subject: 'Newsletter of {supplier} goes to spam',
    problem:
      'The price lists of {supplier} land in the junk folder every time, and I only see them when somebody asks about them. I click “not junk” each time.',
    solution:
      'I put their sending address on the list of trusted senders for everybody in purchasing and planning. The last four lists are moved to your inbox.',
    priority: 'low',
    teams: ['planning', 'warehouse', 'accounting'],
  },
  {
    subject: 'Cannot open attachment {“winmail.dat”|ending in .dat}',
    problem:
      '{customer} sends drawings and all I get is a file *winmail.dat* that no program opens. {They say they send PDFs.|On my phone it is the same.}',
    question: 'Could you forward one of these mails to me as an attachment?',
    answer: 'Done, you should have it now.',
    solution:
      'Their mail program packs attachments in its own format. I installed a small reader on your computer: double-click the file and the PDFs are inside. You could also ask them to send mails as *HTML* and not as *Rich Text*.',
    teams: ['planning', 'sales', 'office'],
  },
  {
    subject: 'Phone does not get mails {since the password change|any more}',
    problem:
      'I changed my password {yesterday|on {day}} as asked. On the computer all is well, but the phone shows no new mails since then. It did not ask for the new password.',
    solution:
      'The phone was still trying the old password in the background and had been put on hold after too many attempts. I lifted that and we entered the new one together. {12|23|31} mails came in at once.',
    teams: ['crew', 'drivers', 'sales'],
  },
  {
    subject: 'Please set up a mailbox for {applications|the apprentices’ day|complaints}',
    isRequest: true,
    problem:
      'We need a mailbox of our own for this, so that it does not end up with one person only. {colleague} and I should both be able to read and answer. It would be good to have it by {day}.',
    question:
      'Should answers go out under the name of the mailbox or under your own names? And who looks after it when you are both away?',
    answer: 'Under the name of the mailbox please. When we are away {colleague} can pass things on to reception.',
    solution:
      'It is there and shows in your program and in {colleague}’s. To answer under its name choose it in the *From* field, it is remembered after the first time.',
    teams: ['hr', 'office', 'sales'],
  },
  {
    subject: 'Mail program {hangs|freezes} when I {search|look for old mails}',
    problem:
      'As soon as I type something in the search field, the program stands still for a minute or two. Sometimes it says *not responding*. I have about six years of mails in there.',
    note: 'Index was 38 GB and damaged. Rebuilding takes a night.',
    hold: 'The search index is being rebuilt over night, please leave the computer switched on.',
    solution:
      'The index behind the search was damaged. It was rebuilt over night and searching takes two seconds now. Mails older than three years moved to the archive folder; they are found as before.',
  },
  {
    subject: 'Meeting invitations are {an hour late|one hour off} for {the supplier in Spain|a partner in Germany}',
    problem:
      'When I invite them for ten, they are there at nine. It is getting embarrassing. My computer clock is right.',
    solution:
      'Your calendar was set to a fixed time zone without summer time. I set it to *London*. Please open the next two invitations once and send the update, then theirs are right as well.',
    teams: ['planning', 'sales', 'office', 'accounting'],
  },
  {
    subject: 'Somebody else gets my mails: {two people with almost my name|wrong address in the list}',
    problem:
      'Planning’s distribution list seems to have an old address for me. {colleague} got three mails about {site} which were for me, and I was not told about the new date.',
    solution:
      'The list *Planning* still had your address from before the change of names. I corrected it and looked through the other lists: one more, *Safety*, was wrong as well.',
    teams: ['planning', 'hr', 'office'],
  },
];
