import { expect, it } from 'vitest'
import { type Channel, connectChannels, staffChannels } from '../../preload/channels.ts'
import { maySend, type Sender } from './sender.ts'

const origin = 'http://192.168.0.7:3000'
const here = { origin, staffHere: true }
const staffPage: Sender = { role: 'staff', topFrame: true, url: `${origin}/staff/` }
const connectPage: Sender = { role: 'kiosk', topFrame: true, url: 'dabble://connect/' }
const ofStaff = staffChannels.map(name => `staff:${name}` as Channel)
const ofConnect = connectChannels.map(name => `connect:${name}` as Channel)

it('the staff page in the staff window, and the connect page where staff are', () => {
  for (const channel of ofStaff) expect(maySend(channel, staffPage, here), channel).toBe(true)
  for (const channel of ofConnect) expect(maySend(channel, connectPage, here), channel).toBe(true)
})

it.each<[string, Sender]>([
  ['the audience window, even on the staff page', { ...staffPage, role: 'kiosk' }],
  ['a frame inside the staff page', { ...staffPage, topFrame: false }],
  ['another page of the box', { ...staffPage, url: `${origin}/` }],
  ['another origin', { ...staffPage, url: 'http://192.168.0.8:3000/staff/' }],
  ['the connect page', { ...connectPage, role: 'staff' }],
  ['a window that is not ours', { ...staffPage, role: null }],
])('staff messages are not taken from %s', (_, sender) => {
  for (const channel of ofStaff) expect(maySend(channel, sender, here), channel).toBe(false)
})

it('no staff message counts while no box is paired', () => {
  expect(maySend('staff:exit', staffPage, { ...here, origin: null })).toBe(false)
})

it('the connect page on the audience display can look and not touch', () => {
  const audience = { origin, staffHere: false }
  expect(ofConnect.filter(channel => maySend(channel, connectPage, audience))).toEqual(['connect:state'])
})

it('pages of the box get nothing of the connect page', () => {
  for (const channel of ofConnect) expect(maySend(channel, staffPage, here), channel).toBe(false)
  expect(maySend('connect:exit', { ...connectPage, topFrame: false }, here)).toBe(false)
})
