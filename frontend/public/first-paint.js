// Runs before the first paint, so that nothing flashes by: the scheme that somebody chose, and the typeface where this browser
// has it. Written by color-scheme.ts and typeface.ts in src/app/platform.
try {
  const { dataset } = document.documentElement;
  const chosen = localStorage.getItem('deskhand-scheme');
  if (chosen === 'light' || chosen === 'dark') dataset.scheme = chosen;
  const typeface = localStorage.getItem('deskhand-typeface');
  if (typeface !== null) dataset.typeface = typeface;
} catch {
  // Storage is switched off: the system's scheme it is, and the typeface comes after the page.
}
