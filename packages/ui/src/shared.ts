import { useSyncExternalStore } from 'react'

/** A value shared by the whole page, gone with it. */
export interface Shared<T> {
  get(): T
  set(value: T): void
  subscribe(changed: () => void): () => void
}

export function shared<T>(initial: T): Shared<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const changed of listeners) changed()
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

export function useShared<T>(from: Shared<T>): T {
  return useSyncExternalStore(from.subscribe, from.get)
}
