const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * What pages of somebody who is signed in ask the API for first, as they ask for it (the frame for names and words): the server names
 * it, so that it comes together with the scripts instead of after them. `$1` is the first group of the page's path.
 */
export const ASKED_FIRST = [
  { page: '^', asks: ['/api/v1/auth/me', '/api/v1/organisation', '/api/v1/statuses'] },
  {
    // Those of an employee: staff have the queue for their work.
    page: '^/tickets$',
    asks: [
      '/api/v1/tickets?limit=50&requester=me&sort=-updatedAt&status=waiting_requester%2Cresolved&total=true',
      '/api/v1/tickets?sort=-updatedAt&status=submitted%2Cin_progress%2Con_hold%2Cwaiting_requester%2Cresolved',
    ],
  },
  { page: `^/tickets/(${ID})$`, asks: ['/api/v1/tickets/$1'] },
];
