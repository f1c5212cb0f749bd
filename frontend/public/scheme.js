// Runs before the first paint, so that somebody who chose a scheme never sees the other one flash by.
// The choice is written by src/app/platform/color-scheme.ts.
try {
  const chosen = localStorage.getItem('deskhand-scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage is switched off: the system's scheme it is.
}
