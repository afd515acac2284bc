export const handOver = {
  code: 'Claim code or player code',
  codeHint: 'Scan, or type and press Enter',
  look: 'Look up',
  ready: 'Ready. Scan the code on the winner’s phone.',
  handOver: 'Hand over',
  shared: 'Shared device: hand over',
  done: '{{prize}} handed over to {{nickname}}.',
  doneWord: 'Handed over',
  undone: 'Taken back: {{prize}}.',
  already: 'Already handed over',
  alreadyBy: 'By {{by}} at {{time}}. Do not hand over another one.',
  takenBack: 'Award taken back',
  nothing: 'Nothing to hand over',
  unknown: 'Unknown code',
  refused: 'Not possible',
  away: 'The server is away',
  awayText: 'Nothing can be handed over or awarded now. This screen is ready again as soon as the server is back.',
  noAnswer: 'No answer came. Try again: the same prize is never handed over twice.',
  recent: 'Last handed over',
  none: 'Nothing has been handed over yet.',
}

export const refusal = {
  'no-prize': 'There is no prize for taking part.',
  'prize-gone': 'The prizes for taking part are all gone. Add stock, or apologise nicely.',
  'already-awarded': 'Already had the prize for taking part.',
  'device-awarded': 'Somebody else on this device already had one. Is it a shared device?',
  'not-eligible': 'This player cannot win: a ghost or disqualified. Look at the player if that is a mistake.',
  'not-played': 'This player has no finished picture yet. One is enough.',
}

export const camera = {
  start: 'Scan with the camera',
  stop: 'Close the camera',
  picture: 'What the camera sees',
  refused: 'The camera is not available. Allow it in the browser, or type the code.',
}
