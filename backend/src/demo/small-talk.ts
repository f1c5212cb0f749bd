/** What people say whatever the problem is. `{me}` needs help, `{agent}` gives it, `{mate}` is another one of the staff. */
export const GREETINGS = [
  'Hi {me}, thanks for the clear description. I will look at it {this morning|before lunch|this afternoon|right away}.',
  'Hello {me}, I have it on my desk now and come back to you {today|in an hour or so|as soon as I know more}.',
  'Hi {me}, seen. {Please leave everything as it is until I have had a look.|No need to do anything for now.}',
  'Thanks {me}. That should not happen, let me check what changed {since yesterday|over the weekend|overnight}.',
  'Hi {me}, sorry about the trouble. I am at {place} {anyway at {time}|later today} and will take a look.',
  'Hello {me}, got it. If it gets worse in the meantime, ring us on extension 90.',
];

export const HANDOVERS = [
  '@{mate} one for you, you did the last one of these.',
  '@{mate} can you take this? I am at the warehouse until {2|3|4}.',
  'Looks like yours, @{mate}.',
  '@{mate} please have a look today if you can, {me} has asked twice on the phone.',
];

export const ANSWERS_TO_NOTES = [
  'Agreed. Had the same {last month|in spring} with somebody in {place}.',
  'Worth a line in the wiki once it is solved.',
  'I can stay on it if you are out tomorrow.',
  '@{agentName} my notes from the last time are in the wiki, page *Known faults*.',
  'Go ahead from my side.',
];

export const QUESTIONS = [
  'Could you send me a screenshot, or the exact words of the message? The time at which it happened helps too.',
  'Does it also happen on another computer? Please try it once at a colleague’s desk.',
  'Since when is it like that, and was anything new installed or moved just before?',
  'When would it suit you that I connect to your screen for ten minutes?',
];

export const ANSWERS = [
  'It happened again at {time}. Nothing new was installed that I know of.',
  'I tried it at {colleague}’s desk and there it works.',
  'I am at my desk until four, just ring me.',
];

export const HOLDS = [
  'The spare part is ordered and should arrive {on {day}|next week}.',
  'We are waiting for {supplier} to call us back.',
  'This comes with the maintenance evening at the end of the month.',
  'Needs an approval of the cost first; Edwin has it on his desk.',
];

export const PROGRESS = [
  'A short update: I can see the fault now, but not yet why it happens. I keep at it.',
  'I have asked the manufacturer, case number {number}. They usually answer within a day.',
  'Half of it is done, the rest follows {this afternoon|tomorrow morning}.',
  'I could make it happen here as well, which is good news: now I can look for it.',
  'Still on it. {If you need to work meanwhile, use the computer next to {colleague}.|You can go on working, nothing will get lost.}',
];

export const NUDGES = [
  'Hello, is there any news? I {have to hand something in on {day}|can hardly work like this}.',
  'Just asking whether this got lost. Thank you!',
  'It happened again, {twice today|at {time}}.',
  'Any idea when somebody will have time? I would then keep my desk free.',
];

export const SOOTHING = [
  'It is not forgotten. I am at your desk at {9|10|2|3} tomorrow, if that suits you.',
  'Sorry for the silence, it took longer than I thought. You will have an answer today.',
  'Thanks for asking, and for your patience. It is the next thing I do.',
];

export const NOTES = [
  'If this comes up a third time we should look for the deeper cause.',
  'I looked at the logs from {day}: nothing unusual before {time}.',
  '@{agentName} I am on the phone with {supplier} about something else at two, shall I ask them?',
  '{colleague} had something similar {last month|in summer}, just so we know.',
];

export const REOPENINGS = [
  'Sorry, it is back. {It worked for a day.|Worked until this morning.} Same thing as before.',
  'Thanks, but I am afraid it is not quite solved: it works at my desk, but not {at home|in the meeting room|on the tablet}.',
  'It happened again just now, at {time}. Could you have another look?',
];

export const SECOND_SOLUTIONS = [
  'You were right, there was a second setting that undid the first one. Both are changed now and I looked at it {this morning|twice today}.',
  'I began again from the start, this time with you on the phone. We tried it three times, and it holds.',
  'The first repair was only half of it, sorry. The other half is done now, and I wrote down how so that the next one is quicker.',
];

export const THANKS = [
  'Works, thank you!',
  'Perfect, thanks {agent}.',
  'Yes, all good again. Thank you for being so quick.',
  'Great, that was it. I owe you a coffee.',
  'Tried it this morning and it works.',
  'Thank you, also from {colleague}.',
];

export const WITHDRAWALS = [
  'Found it myself, sorry. {It was only switched off at the back.|I was in the wrong folder.|Somebody had unplugged it.}',
  'Never mind, {colleague} showed me how it goes.',
  'Works again after a restart. I should have tried that first.',
];

export const CANCELLATIONS = [
  'Agreed with {me} on the phone: no longer needed.',
  'The same thing is in an earlier ticket of {colleague}; please follow that one.',
  'The job was called off, so this is not needed any more.',
];

export const DUPLICATES = [
  'Sent twice by accident, the other one has the screenshot. Into the bin with this one.',
  'Only a test of the form by {me}, agreed on the phone that it can go.',
];

export const NEIGHBOURS = [
  'Same here, since {day}.',
  'I can confirm that, I see it from my desk too.',
  'Please keep me posted, I need the same on {day}.',
  'It is not only {me}: for me it happens as well, but not every time.',
];

export const POSTSCRIPTS = [
  'PS: I am out of the house between twelve and one.',
  'PS: the quickest way to reach me today is my mobile.',
  'PS: I first wrote the wrong room here, sorry.',
];

export const AFTERTHOUGHTS = [
  'Added to the wiki, page *Things that come back every autumn*.',
  'That is the third one of these this quarter. Worth talking about on {day}.',
  'Took about {20|35|50} minutes in all.',
];

export const FOLLOW_UPS = [
  'It has come back, that is why I write again. {It began on {day}.|It was quiet for two weeks.}',
  'This is about the same thing as my last ticket: it works, but now {colleague} has the same trouble.',
  'One more thing about the ticket that was closed: could the same be done for the computer at {place}?',
];

/** For those who ask for something and have no fault to report. */
export const REQUEST_GREETINGS = [
  'Hi {me}, thanks, I have put it on my list for {today|this week|tomorrow}.',
  'Hello {me}, got it. You will hear from me {by {day}|when it is ready}.',
  'Thanks {me}, no problem. I come back to you if anything is unclear.',
];

export const REQUEST_PROGRESS = [
  'A short update: it is prepared, only the last step is missing.',
  'I wait for one answer from a colleague, then it is done.',
];

export const REQUEST_NUDGES = [
  'Hello, just asking how far this is. There is no hurry, I only have to plan.',
  'Is there anything that you still need from me?',
];
