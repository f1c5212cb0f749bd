/** What the IT staff of the company write again and again. */
export const SHARED_SNIPPETS: readonly { readonly name: string; readonly body: string }[] = [
  {
    name: 'Restart first',
    body: 'Hello {{requester.firstName}},\n\nplease restart the computer once (not only sign out) and try again. If it still happens, write here what you see, best with a screenshot.\n\n{{me.name}}',
  },
  {
    name: 'Which device is it?',
    body: 'Hello {{requester.firstName}},\n\nwhich device is it? The label on its underside has a number that begins with **BS-**.\n\n{{me.name}}',
  },
  {
    name: 'Solved, tell us if not',
    body: 'Hello {{requester.firstName}},\n\nthis should work again. If it does not, answer here and #{{ticket.number}} is open again.\n\n{{me.name}}',
  },
];
