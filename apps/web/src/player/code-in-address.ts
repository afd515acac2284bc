/** A recovery code brought along in the address's fragment (`#continue=…`), which is taken out of the address at once. */
export function takeCodeFromAddress(): string | null {
  const code = /^#continue=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  if (code) history.replaceState(history.state, '', location.pathname + location.search)
  return code
}
