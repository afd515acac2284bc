const key = 'dabble.staff.member'

/** Who unlocked this device last; null when nobody has, or storage is blocked. */
export const lastMember = {
  read(): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(id: string): void {
    try {
      localStorage.setItem(key, id)
    } catch {
      // Blocked: everybody chooses their name, that is all.
    }
  },
}
