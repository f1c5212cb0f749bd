/** The colours of the client's two schemes, for mail programs know no variables. */
interface Scheme {
  readonly page: string;
  readonly sheet: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly code: string;
  readonly link: string;
  readonly button: string;
  readonly onButton: string;
  readonly note: string;
  readonly noteLine: string;
}

/** The fonts of what is copied as it stands. */
export const MONOSPACE = 'ui-monospace,Consolas,Menlo,monospace';

/** Written into the elements: what every program shows that knows no dark scheme. */
export const LIGHT: Scheme = {
  page: '#f2f4f4',
  sheet: '#ffffff',
  text: '#191c1d',
  muted: '#52595b',
  line: '#dbe1e2',
  code: '#eef1f2',
  link: '#226770',
  button: '#226770',
  onButton: '#ffffff',
  note: '#fff4e3',
  noteLine: '#a56a0d',
};

const DARK: Scheme = {
  page: '#101414',
  sheet: '#191c1d',
  text: '#e1e3e3',
  muted: '#b4babb',
  line: '#3b4345',
  code: '#272c2d',
  link: '#91d1db',
  button: '#91d1db',
  onButton: '#00363c',
  note: '#2f2413',
  noteLine: '#ffb95f',
};

/** What somebody wrote holds elements without a class. */
const said = (...elements: readonly string[]): string => elements.map((element) => `.said ${element}`).join(', ');

/**
 * Two sheets, for some programs drop one that holds anything they do not know. Names of classes are all that they can hold
 * on to, and they must outweigh what stands in the elements.
 */
export const STYLE_SHEETS: readonly string[] = [
  `@media (max-width: 599px) {
.page { padding: 0 !important; }
.sheet { padding: 20px 16px 24px !important; border-radius: 0 !important; border-width: 1px 0 !important; }
.brand, .foot { padding-left: 16px !important; padding-right: 16px !important; }
.brand { padding-top: 14px !important; }
}`,
  `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.page { background: ${DARK.page} !important; }
.sheet { background: ${DARK.sheet} !important; border-color: ${DARK.line} !important; }
.text, .said, ${said('h3', 'p', 'li', 'td', 'th', 'pre', 'code')} { color: ${DARK.text} !important; }
.muted, ${said('blockquote', 'blockquote p', 'blockquote li', '.place')} { color: ${DARK.muted} !important; }
.line, ${said('blockquote', 'td', 'th', 'hr')} { border-color: ${DARK.line} !important; }
.mark { border-color: ${DARK.button} !important; }
.link, ${said('a')} { color: ${DARK.link} !important; }
.code, ${said('pre', 'code')} { background: ${DARK.code} !important; }
.button { background: ${DARK.button} !important; border-color: ${DARK.button} !important; }
.on-button { color: ${DARK.onButton} !important; }
.quiet { border-color: ${DARK.line} !important; }
.note { background: ${DARK.note} !important; border-color: ${DARK.noteLine} !important; }
}`,
];
