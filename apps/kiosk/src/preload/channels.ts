/** Names of the messages between pages and main. A page can send no other: the preload script has no general door. */
export const staffChannels = ['exit', 'reload', 'displays', 'moveKiosk', 'changeBox'] as const
export const connectChannels = ['state', 'connect', 'trust', 'retry', 'changeBox', 'exit'] as const

export type StaffChannel = `staff:${(typeof staffChannels)[number]}`
export type ConnectChannel = `connect:${(typeof connectChannels)[number]}`
export type Channel = StaffChannel | ConnectChannel

/** Main to connect page. */
export const stateChannel = 'connect:changed'
/** Every page to main, as long as it is not stuck. */
export const aliveChannel = 'alive'
export const aliveEveryMs = 2_000

/** The local page's scheme: it is a secure context with an origin of its own, which `file:` is not. */
export const localScheme = 'dabble'
export const localPage = 'dabble://connect/'

/** Tells the preload script in which window it runs. It only decides what is offered; main checks every message. */
export const roleArgument = (role: 'kiosk' | 'staff') => `--dabble-window=${role}`
