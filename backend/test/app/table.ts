/**
 * Reads a table that people can read: the first line names the columns after the first, and of each further line the
 * last words are its cells, one for each column; what stands before them is the row's name.
 */
export function readTable(text: string): { columns: string[]; rows: Record<string, string[]> } {
  const [head = [], ...lines] = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words[0] !== '');
  const rows = lines.map((words) => {
    const cells = words.splice(-head.length);
    return [words.join(' '), cells] as const;
  });
  return { columns: head, rows: Object.fromEntries(rows) };
}
