// Before the first paint: the theme chosen on this device (kept as JSON, see src/storage/stored.ts).
try {
  const theme = JSON.parse(localStorage.getItem('dabble.theme'))
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme it is.
}
