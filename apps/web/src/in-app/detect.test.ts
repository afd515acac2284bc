import { expect, test } from 'vitest'
import { inAppOf, outsideUrl } from './detect.ts'

const android =
  'Mozilla/5.0 (Linux; Android 13; SM-S911N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'
const webView =
  'Mozilla/5.0 (Linux; Android 13; SM-S911N; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0 Mobile Safari/537.36'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const page = 'http://192.168.0.7:3000/#continue=A2B3-C4D5-E6F7'

test.each([
  [`${webView};KAKAOTALK 2410490`, 'KakaoTalk'],
  [`${iphone} Mobile/15E148 NAVER(inapp; search; 2000; 12.3.1; 14PRO)`, 'Naver'],
  [`${iphone} Mobile/15E148 Safari Line/13.20.0`, 'LINE'],
  [`${iphone} Mobile/15E148 Instagram 300.0.0.0.29`, 'Instagram'],
  [`${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]`, 'Facebook'],
  [webView, 'other'],
  [android, null],
  [`${iphone} Version/17.0 Mobile/15E148 Safari/604.1`, null],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', null],
])('%s', (userAgent, app) => {
  expect(inAppOf(userAgent)).toBe(app)
})

test('KakaoTalk opens the whole address outside, with the way to continue', () => {
  const url = outsideUrl('KakaoTalk', android, page) as string
  expect(decodeURIComponent(url.split('?url=')[1] as string)).toBe(page)
})

test('LINE is told by a parameter and keeps the fragment', () => {
  expect(outsideUrl('LINE', iphone, page)).toBe(page.replace('/#', '/?openExternalBrowser=1#'))
})

test('other apps on Android get an intent for this very host, which carries no recovery code', () => {
  const url = outsideUrl('Instagram', android, page)
  expect(url).toMatch(/^intent:\/\/192\.168\.0\.7:3000\/#Intent;scheme=http;.*;end$/)
  expect(url).not.toContain('A2B3')
})

test('other apps on iOS have no way out but copying', () => {
  expect(outsideUrl('Instagram', iphone, page)).toBeNull()
})
