import { colleagueCalled, COMPANY, DEMO_PASSWORD, FACES, PEOPLE } from './company.js';

/** With whom one can look at the demo. */
export function greeting(): string {
  const faces = Object.entries(FACES).map(([role, name]) => {
    return `    ${role.padEnd(9)} ${colleagueCalled(name).email}`;
  });
  const more = PEOPLE.length - faces.length - 1;
  return [
    `  ${COMPANY} is a made-up company. Sign in as one of these, or as one of ${more} more on the page People:`,
    '',
    ...faces,
    `    password  ${DEMO_PASSWORD}`,
    '',
    '  npm run demo -- --fresh begins anew. Nothing here is sent to anybody.',
    '',
  ].join('\n');
}
