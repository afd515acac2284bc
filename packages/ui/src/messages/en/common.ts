export const common = {
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  skip: 'Skip to the content',
  loadFailed: 'This could not be loaded.',
  offline: 'No connection. We keep your prompt and reconnect by ourselves.',
  unreachable: 'The game is not answering. We keep your prompt and keep trying.',
  backOnline: 'Connected again.',
  notFound: 'There is nothing at this address.',
  toGame: 'To the game',
}

export const nav = {
  label: 'Pages',
  play: 'Play',
  board: 'Leaderboard',
  pictures: 'My pictures',
  me: 'Me',
  how: 'How it works',
  privacy: 'Privacy',
}

export const picture = {
  target: 'The target: the picture to come close to',
  of: 'Picture drawn for “{{prompt}}”',
  failed: 'The picture did not load.',
  hidden: 'This picture is hidden.',
  held: 'Not shown yet',
  none: 'No picture',
  retry: 'Load again',
}

export const captcha = {
  label: 'I am not a robot',
  idle: 'Checks itself while you type',
  solving: 'Checking…',
  solved: 'Checked',
  unneeded: 'Not needed this time',
  expired: 'Checking again…',
  error: 'The check did not work.',
  retry: 'Check again',
}

export const inApp = {
  text: 'You are inside {{app}}. Saving pictures works better in your own browser.',
  open: 'Open in browser',
  copy: 'Copy address',
  copied: 'Copied. Paste it into your browser.',
  copyByHand: 'Copy this address into your browser:',
  dismiss: 'Stay here',
  other: 'another app',
}

export const time = {
  seconds: '{{n}} s',
  minutes: '{{n}} min',
  closesIn: 'Closes in {{left}}',
  opensIn: 'Opens in {{left}}',
  days: '{{days}} d {{hours}} h',
}
