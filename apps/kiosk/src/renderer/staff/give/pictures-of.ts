import type { EntryView, PictureRef } from '@dabble/api'

const most = 24

/** The pictures of somebody's entries that may be shown, each once, in the order of the entries. */
export function picturesOf(entries: readonly EntryView[]): Array<{ picture: PictureRef; prompt: string }> {
  const byHash = new Map<string, { picture: PictureRef; prompt: string }>()
  for (const { picture, prompt, hidden } of entries) {
    if (picture && !hidden && !byHash.has(picture.hash)) byHash.set(picture.hash, { picture, prompt })
  }
  return [...byHash.values()].slice(0, most)
}
