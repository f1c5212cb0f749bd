/** Breaks and other control characters, and letters that turn the direction of what stands around them. */
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of text, whatever somebody typed: no header can begin in it, and nothing around it is turned. */
export function oneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').trim();
}

/** As text in HTML, also within an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
