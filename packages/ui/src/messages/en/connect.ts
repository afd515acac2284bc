/** The kiosk program's own page, shown where the booth computer's pages cannot be. */
export const connect = {
  page: 'Dabble kiosk',
  ask: {
    title: 'Where is the booth computer?',
    lead: 'Type the address that the terminal of the booth computer shows after “Play”.',
    label: 'Address of the booth computer',
    hint: 'For example 192.168.0.7:3000',
    submit: 'Connect',
    back: 'Back to {{box}}',
  },
  problem: {
    invalid: 'This is no address. Type it as the terminal shows it, for example http://192.168.0.7:3000.',
    unreachable: 'Nothing answers there. Check the address, and that both computers are on the same network.',
    other: 'Something answers there, but it is not Dabble. Check the address and the number at its end.',
    moved: 'The booth computer now sends everybody to this address. Connect if that is right.',
  },
  looking: { title: 'Looking for the booth computer…', text: 'Asking {{address}}. This takes a few seconds.' },
  away: {
    title: 'The booth computer does not answer',
    text: 'The big screen comes back by itself as soon as {{address}} answers. Check that the booth computer is running and on the network.',
    retry: 'Try now',
    trying: 'Trying…',
  },
  certificate: {
    title: 'Is this your booth computer?',
    text: '{{address}} shows a certificate of its own, which nobody vouches for. Connect only if this fingerprint is the one of the certificate on the booth computer.',
    fingerprint: 'Fingerprint (SHA-256)',
    trust: 'It is the same: connect',
  },
  changed: {
    title: 'Another certificate than before',
    text: '{{address}} does not show the certificate that you trusted. If nobody at the booth changed it, somebody may be listening in: do not connect, and check the network.',
    trusted: 'Trusted fingerprint (SHA-256)',
    shown: 'Shown now (SHA-256)',
    trust: 'We changed it: trust the new one',
  },
  other: 'Another address',
  exit: 'End the kiosk',
  audience: { title: 'Back in a moment', text: 'The big screen is being connected.' },
}
