import { expect, it } from 'vitest'
import { isBoxPage, mayNavigate, mayRequest, pageUrl } from './navigation.ts'

const box = 'https://booth.example:3000'

it('each window may be on its own page of the box and on the local one', () => {
  for (const role of ['kiosk', 'staff'] as const) {
    expect(mayNavigate(pageUrl(role, box), role, box)).toBe(true)
    expect(mayNavigate('dabble://connect/', role, box)).toBe(true)
  }
  expect(mayNavigate(`${box}/kiosk?lang=ko`, 'kiosk', box)).toBe(true)
  expect(mayNavigate(`${box}/staff/prizes`, 'staff', box)).toBe(true)
})

it.each([
  ['a staff page on the audience display', `${box}/staff/`],
  ['the phone app', `${box}/`],
  ['a path that merely begins alike', `${box}/kiosk-evil`],
  ['a way around by dots', `${box}/kiosk/../staff`],
  ['another port', 'https://booth.example/kiosk/'],
  ['another scheme', 'http://booth.example:3000/kiosk/'],
  ['a name that merely begins alike', 'https://booth.example.evil:3000/kiosk/'],
  ['credentials in the address', 'https://a:b@booth.example:3000/kiosk/'],
  ['another local page', 'dabble://other/'],
  ['a file', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,hi'],
  ['nothing', ''],
])('the kiosk window does not go to %s', (_, url) => {
  expect(mayNavigate(url, 'kiosk', box)).toBe(false)
})

it('frames inside a page go nowhere, and nothing is the box while none is known', () => {
  expect(mayNavigate(`${box}/kiosk/`, 'kiosk', box, false)).toBe(false)
  expect(mayNavigate(`${box}/kiosk/`, 'kiosk', null)).toBe(false)
  expect(isBoxPage(`${box}/staff/`, 'staff', null)).toBe(false)
})

it('pages load from their box only', () => {
  for (const url of [
    `${box}/assets/a.js`,
    `${box}/live/kiosk`,
    'dabble://connect/assets/a.js',
    'data:,',
    `blob:${box}/1`,
  ]) {
    expect(mayRequest(url, box), url).toBe(true)
  }
  for (const url of ['https://elsewhere.example/', 'http://booth.example:3000/', 'file:///etc/passwd', 'nonsense']) {
    expect(mayRequest(url, box), url).toBe(false)
  }
  expect(mayRequest(`${box}/kiosk/`, null)).toBe(false)
})

it('a probe follows a box anywhere on the web, loads the page only, and opens no file', () => {
  expect(mayNavigate('https://dabble.example/kiosk/', 'probe', null)).toBe(true)
  expect(mayNavigate('file:///etc/passwd', 'probe', null)).toBe(false)
  expect(mayRequest('https://dabble.example/kiosk/', box, { page: true })).toBe(true)
  expect(mayRequest('https://dabble.example/a.js', box, { page: false })).toBe(false)
  expect(mayRequest('file:///etc/passwd', box, { page: true })).toBe(false)
})

it('a page in no window of ours goes nowhere', () => {
  expect(mayNavigate(`${box}/kiosk/`, null, box)).toBe(false)
})
