/** The date of a text such as `2026-03-31`, as the date picker of this browser has it. */
export function dateIn(text: string): Date | null {
  const [year, month, day] = text.split('-').map(Number);
  return year && month && day ? new Date(year, month - 1, day) : null;
}

/** The same back; empty where there is no date. */
export function textOf(date: Date | null): string {
  if (date === null || Number.isNaN(date.getTime())) return '';
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`;
}
