/** Characters, at most, of a subject that is made of the description. */
const LENGTH = 80;

/** The first words of a text, as a subject for it. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LENGTH) return line;
  const cut = line.slice(0, LENGTH);
  const end = cut.lastIndexOf(' ');
  // A word that fills the line is cut; half of a pair of surrogates would be no character.
  const words = end >= LENGTH / 4 ? cut.slice(0, end) : cut.slice(0, LENGTH - 1).replace(/[\ud800-\udbff]$/, '');
  return `${words.replace(/[\s,;:.–-]+$/, '')}…`;
}
