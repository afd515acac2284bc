import type { z } from 'zod'
import type { PairingView, StaffDeviceView, StaffMemberView, StaffRole, StaffStatus } from './crew.ts'
import type { HealthView } from './health.ts'
import type { AuditRow, PlayerDetail, PlayerRow, RebindView, ScreeningView } from './players.ts'
import type {
  AwardView,
  DrawPool,
  drawSchema,
  giveSchema,
  PrizeView,
  prizeChangeSchema,
  prizeCodesSchema,
  prizeSchema,
  RankProposal,
  ScanResult,
} from './prizes.ts'
import type {
  newRoundSchema,
  RoundAdminView,
  RoundStep,
  SettingsView,
  settingsSchema,
  windowsSchema,
} from './rounds.ts'

/** Whoever does something at a staff device; `author` of what they do in the audit log is the member's id. */
export interface StaffActor extends StaffMemberView {
  deviceId: string
}

/** What the staff routers ask of the game. Failures are `GameError`s. */
export interface StaffGame {
  crew: StaffCrew
  prizes: StaffPrizes
  awards: StaffAwards
  players: StaffPlayers
  screening: StaffScreening
  rounds: StaffRounds
  settings: {
    get(by: StaffActor): SettingsView
    change(change: z.output<typeof settingsSchema>, by: StaffActor): SettingsView
  }
  health(): Promise<HealthView>
  /** Newest first; `before` is the id of the oldest row already seen. */
  log(before: number | null): AuditRow[]
}

export interface StaffCrew {
  status(deviceId: string): StaffStatus
  /**
   * Whoever has unlocked this device. `byHand`: somebody has tapped, so that it stays unlocked; what screens ask by themselves
   * does not count. @throws `not-staff`, `staff-locked`.
   */
  actor(deviceId: string, byHand: boolean): StaffActor
  /** Consumes a one-time pairing code. */
  pair(code: string, deviceId: string): StaffStatus
  /** Makes the first owner and unlocks the device. */
  setUp(input: { name: string; pin: string }, deviceId: string): Promise<StaffStatus>
  unlock(input: { memberId: string; pin: string }, deviceId: string): Promise<StaffStatus>
  lock(deviceId: string): StaffStatus
  /** Somebody is at the device, though they change nothing: reading a list, typing a search. */
  touch(by: StaffActor): StaffStatus
  changePin(input: { oldPin: string; pin: string }, by: StaffActor): Promise<void>
  members(): StaffMemberView[]
  add(input: { name: string; pin: string; role: StaffRole }, by: StaffActor): Promise<StaffMemberView>
  change(input: { id: string; name?: string; pin?: string; role?: StaffRole }, by: StaffActor): Promise<StaffMemberView>
  remove(id: string, by: StaffActor): void
  devices(by: StaffActor): StaffDeviceView[]
  nameDevice(input: { id: string; name: string }, by: StaffActor): void
  unpair(id: string, by: StaffActor): void
  invite(by: StaffActor): PairingView
}

export interface StaffPrizes {
  list(): PrizeView[]
  create(input: z.output<typeof prizeSchema>, by: StaffActor): Promise<PrizeView>
  change(input: z.output<typeof prizeChangeSchema>, by: StaffActor): Promise<PrizeView>
  /** Takes it off the list, or puts it back. */
  remove(input: { id: string; removed: boolean }, by: StaffActor): PrizeView
  addCodes(input: z.output<typeof prizeCodesSchema>, by: StaffActor): PrizeView
}

export interface StaffAwards {
  /** Newest first. */
  list(filter: { prizeId?: string; waiting?: boolean }): AwardView[]
  give(input: z.output<typeof giveSchema>, by: StaffActor): AwardView
  undo(input: { id: string; reason: string }, by: StaffActor): AwardView
  /** A claim code, a player code, or the address of either. */
  scan(text: string): ScanResult
  claim(input: { claimCode: string; nonce: string }, by: StaffActor): AwardView
  /** Gives a participation prize and hands it over in one step. */
  handOver(
    input: { playerId: string; prizeId: string; nonce: string; sharedDevice: boolean },
    by: StaffActor,
  ): AwardView
  unclaim(input: { id: string; reason: string }, by: StaffActor): AwardView
  /** Hands it over as a digital code on the winner's phone. */
  sendCode(input: { id: string; nonce: string }, by: StaffActor): AwardView
  pool(input: { prizeId: string; windowId: string | null }): DrawPool
  draw(input: z.output<typeof drawSchema>, by: StaffActor): AwardView
  /** The winner is not there: takes the award back and draws another. */
  redraw(input: { awardId: string; nonce: string; windowId: string | null }, by: StaffActor): AwardView
  /** Who has won the rank prizes of a round that is final. */
  ranks(roundId: string): RankProposal[]
}

export interface StaffPlayers {
  /** By nickname, player code, or an address with one; newest joined first where the text is empty. */
  search(text: string): PlayerRow[]
  get(id: string): PlayerDetail
  setGhost(input: { id: string; on: boolean; reason: string }, by: StaffActor): PlayerDetail
  mute(input: { id: string; on: boolean; reason: string }, by: StaffActor): PlayerDetail
  disqualify(input: { id: string; on: boolean; reason: string }, by: StaffActor): PlayerDetail
  rename(input: { id: string; nickname: string; reason: string }, by: StaffActor): PlayerDetail
  rebind(input: { id: string; reason: string }, by: StaffActor): RebindView
  erase(input: { id: string; reason: string }, by: StaffActor): void
}

export interface StaffScreening {
  view(): ScreeningView
  show(input: { hash: string; reason: string }, by: StaffActor): void
  hide(input: { hash: string; reason: string }, by: StaffActor): void
  /** Shows everything that waits. */
  showAll(by: StaffActor): number
  blank(on: boolean, by: StaffActor): void
}

export interface StaffRounds {
  list(): RoundAdminView[]
  create(input: z.output<typeof newRoundSchema>, by: StaffActor): Promise<RoundAdminView>
  /** Only while it is a draft, or to add windows to come. */
  setWindows(input: { id: string; windows: z.output<typeof windowsSchema> }, by: StaffActor): RoundAdminView
  step(input: { id: string; step: RoundStep; reason: string }, by: StaffActor): RoundAdminView
  /** Puts pictures that were given up back into the queue. */
  retryFailed(id: string, by: StaffActor): RoundAdminView
}
