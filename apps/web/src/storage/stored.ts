import { useSyncExternalStore } from 'react'

/** A value that outlives a reload and is the same in every tab. */
export interface Stored<T> {
  get(): T | null
  set(value: T | null): void
  subscribe(changed: () => void): () => void
}

/**
 * Keeps a value as JSON in localStorage under `dabble.<name>`; only in memory where storage is blocked or full (some in-app
 * browsers). What cannot be read, or is not what `valid` expects, counts as nothing.
 */
export function stored<T>(name: string, valid: (value: unknown) => value is T): Stored<T> {
  const key = `dabble.${name}`
  const listeners = new Set<() => void>()
  let text: string | null = null
  let value: T | null = null
  let blocked = false

  const read = (): string | null => {
    if (blocked) return text
    try {
      return localStorage.getItem(key)
    } catch {
      blocked = true
      return text
    }
  }
  const write = (next: string | null) => {
    try {
      if (next === null) localStorage.removeItem(key)
      else localStorage.setItem(key, next)
    } catch {
      blocked = true
    }
  }
  /** The same object as long as the text is the same: React compares by identity. */
  const get = (): T | null => {
    const now = read()
    if (now !== text) [text, value] = [now, parse(now, valid)]
    return value
  }

  return {
    get,
    set(next) {
      const nextText = next === null ? null : JSON.stringify(next)
      write(nextText)
      ;[text, value] = [nextText, next]
      for (const changed of listeners) changed()
    },
    subscribe(changed) {
      const elsewhere = (event: StorageEvent) => {
        if (event.key === key || event.key === null) changed()
      }
      listeners.add(changed)
      addEventListener('storage', elsewhere)
      return () => {
        listeners.delete(changed)
        removeEventListener('storage', elsewhere)
      }
    },
  }
}

function parse<T>(text: string | null, valid: (value: unknown) => value is T): T | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return valid(value) ? value : null
  } catch {
    return null
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isNumber = (value: unknown): value is number => typeof value === 'number'

export function useStored<T>(from: Stored<T>): T | null {
  return useSyncExternalStore(from.subscribe, from.get)
}
