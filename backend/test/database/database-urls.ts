/** The migrated database that spec files clone. */
export const TEMPLATE = 'template_of_tests';

/** The address of a database on the server of this run. */
export function urlOf(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}
