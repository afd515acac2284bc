/** What a page may ask of the kiosk it is shown in. Types only, so that pages can import them; `preload.ts` makes them real. */

export interface KioskDisplay {
  id: number
  /** The maker's name; may be empty. */
  label: string
  /** In device-independent pixels. */
  width: number
  height: number
  /** What is on it; null for neither. */
  shows: 'kiosk' | 'staff' | null
}

/** `window.dabbleKiosk`: there on the staff page in the staff window, absent everywhere else, in browsers too. */
export interface KioskBridge {
  /** Ends the program, both windows. */
  exit(): Promise<void>
  /** Loads the big screen again. */
  reload(): Promise<void>
  displays(): Promise<KioskDisplay[]>
  /** Puts the big screen on that display from now on, and the staff window on another where there is one. */
  moveKiosk(displayId: number): Promise<void>
  /** Asks for another booth box's address; this one stays known until there is another. */
  changeBox(): Promise<void>
}

/** What keeps an address from being used. */
export type AddressProblem = 'invalid' | 'unreachable' | 'other' | 'moved'

export type LinkState =
  | { step: 'ask'; address: string; problem: AddressProblem | null }
  | { step: 'looking'; address: string }
  /** The box shows a certificate that nobody vouches for: staff compare and decide. */
  | { step: 'certificate'; address: string; fingerprint: string }
  /** A known box does not answer; it is asked again by itself. */
  | { step: 'away'; address: string }
  /** A known box shows another certificate than the one that staff trusted. */
  | { step: 'changed'; address: string; pinned: string; fingerprint: string }
  | { step: 'connected'; address: string }

export interface ConnectState {
  link: LinkState
  /** The box that the kiosk knows, and would go back to; null before the first. */
  box: string | null
  /** False on the audience's display while staff have one of their own: it only says that the game will be back. */
  staff: boolean
}

/** `window.dabbleConnect`: there on the local connect page only. */
export interface ConnectBridge {
  state(): Promise<ConnectState>
  /** Tells every later state. */
  onState(listener: (state: ConnectState) => void): void
  connect(address: string): Promise<void>
  /** Trusts the certificate with this fingerprint from now on. */
  trust(fingerprint: string): Promise<void>
  retry(): Promise<void>
  changeBox(): Promise<void>
  exit(): Promise<void>
}

declare global {
  interface Window {
    dabbleKiosk?: KioskBridge
    dabbleConnect?: ConnectBridge
  }
}
