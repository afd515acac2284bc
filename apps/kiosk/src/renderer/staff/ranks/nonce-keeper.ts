/** One nonce for each thing, kept: when some of many were done and the answer was lost, doing all again does nothing twice. */
export function nonceKeeper(make: () => string): (thing: string) => string {
  const kept = new Map<string, string>()
  return thing => {
    const known = kept.get(thing) ?? make()
    kept.set(thing, known)
    return known
  }
}
