export type InApp = 'KakaoTalk' | 'Naver' | 'LINE' | 'Instagram' | 'Facebook' | 'X' | 'other'

const marks: ReadonlyArray<readonly [InApp, RegExp]> = [
  ['KakaoTalk', /KAKAOTALK/i],
  ['Naver', /NAVER\(inapp/i],
  ['LINE', /\bLine\//i],
  ['Instagram', /Instagram/i],
  ['Facebook', /\bFB(AN|AV|_IAB)\b/i],
  ['X', /Twitter/i],
  // Android's own mark for a web view inside some app.
  ['other', /; wv\)/],
]

/** The app whose built-in browser this is; null for a real browser. */
export function inAppOf(userAgent: string): InApp | null {
  return marks.find(([, mark]) => mark.test(userAgent))?.[0] ?? null
}

/**
 * An address that opens the page in the phone's real browser; null where there is none (most apps on iOS), and only
 * copying the address helps.
 */
export function outsideUrl(app: InApp, userAgent: string, href: string): string | null {
  if (app === 'KakaoTalk') return `kakaotalk://web/openExternal?url=${encodeURIComponent(href)}`
  const url = new URL(href)
  if (app === 'LINE') {
    url.searchParams.set('openExternalBrowser', '1')
    return url.href
  }
  if (!/Android/i.test(userAgent)) return null
  // The fragment of an intent address is the intent itself: the page's own, with its recovery code, stays behind.
  const scheme = url.protocol.slice(0, -1)
  const fallback = encodeURIComponent(`${url.origin}${url.pathname}${url.search}`)
  return `intent://${url.host}${url.pathname}${url.search}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;S.browser_fallback_url=${fallback};end`
}
