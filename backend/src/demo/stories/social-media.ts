import type { Story } from '../story.js';

export const SOCIAL_MEDIA: readonly Story[] = [
  {
    subject: 'We are locked out of our {company page|photo channel}',
    problem:
      'The page says that somebody signed in from another country and that the account is locked until we prove who we are. It wants a code that goes to a phone number ending in 07. Nobody here has that.',
    note: 'The 07 is the phone of the agency we left in spring.',
    hold: 'We sent in the proof of ownership; they say three to five working days.',
    solution:
      'We have it back. The old agency’s phone is removed, the second factor is on an app which Yasmin and I both have, and there are new passwords. Nothing had been posted by the stranger.',
    priority: 'urgent',
    teams: ['office'],
  },
  {
    subject: 'Video of {the school roof|the apprentices’ day} {is refused|has no sound}',
    problem:
      'I exported it as always. After uploading it says *format not supported*, on my computer it plays. It should go out on {day} at noon.',
    solution:
      'It had been exported in a format for cinemas. I made a new one (H.264, 1080p, 140 MB) and saved this as your standard. It is uploaded and waits for {day}.',
    teams: ['office', 'sales'],
  },
  {
    subject: 'Fake profile with our logo {offers “free panels”|sends messages to customers}',
    problem:
      '{customer} sent me a screenshot: somebody with our logo and a name like ours offers free panels against a deposit. Please do something, it is not us.',
    note: '@{mate} reported as impersonation, reference {number}. Clare has a text for callers.',
    solution:
      'The profile was taken down this morning. We put a warning on our real page and on the website, and reception has a short text for people who ring. Two customers had written to it, nobody had paid.',
    priority: 'urgent',
    teams: ['office', 'sales'],
  },
  {
    subject: 'Scheduled posts went out {an hour early|in the middle of the night}',
    problem:
      'The post for {day} nine o’clock was online at {eight|one}. The comments were already funny when I came in.',
    solution:
      'The planning tool stood on a time zone without summer time. It is on London now, and I moved the eleven posts that were waiting.',
    teams: ['office'],
    priority: 'low',
  },
  {
    subject: 'Please give {colleague} access to the page, {but not to the ads|only for answers}',
    isRequest: true,
    problem: 'While I am away {colleague} answers comments. Should not be able to spend money or delete the page.',
    solution:
      '{colleague} is *moderator* until you are back: answers and hides comments, nothing else. It ends by itself.',
    teams: ['office'],
    priority: 'low',
  },
  {
    subject: 'Reviews: {one star from somebody who was never a customer|a nasty review}',
    problem:
      'A person whom we do not know gave one star and writes about a leaking roof. We have nobody of that name. Can that be removed?',
    question: 'Is there any job in that street, perhaps under another name?',
    answer: 'No. I asked planning and looked through two years.',
    solution:
      'I reported it with your findings, and it was removed after two days. For the next time there is a form, linked on the intranet under *Reviews*.',
    teams: ['office', 'sales'],
  },
  {
    subject: 'Photos look {blurred|washed out} after posting',
    problem: 'On my screen they are crisp. Once they are on the page they look as if taken through a shower curtain.',
    solution:
      'The page shrinks everything to 1080 pixels and does it badly. There is now a preset *Social* in your photo program which does it well beforehand. The last four are exchanged.',
    teams: ['office', 'sales'],
    priority: 'low',
  },
  {
    subject: 'Messages from customers on {the page|the photo channel} reach nobody',
    problem:
      '{customer} wrote to us there {a week ago|on {day}} and is cross that nobody answered. I did not even know that one can write to us there. There are {nine|fourteen} more.',
    question: 'Who should get them: sales, or reception first?',
    answer: 'Reception first please, they know who is in.',
    solution:
      'Messages now arrive as mails at reception, and whoever writes gets a line at once that we answer within a working day. The old ones are in the mailbox, too.',
    teams: ['office', 'sales'],
    priority: 'high',
  },
];
