/** Ctrl K (⌘ K) anywhere, and a slash where nobody is writing. */
export function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const at = event.target;
  return !(at instanceof HTMLElement && at.matches('input, textarea, select, [contenteditable]'));
}
