import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a person sees when no screen of the apps can help; works without any of their files. */
const texts = {
  400: {
    en: ['This address makes no sense', 'Check the address, or scan the QR code again.'],
    ko: ['주소가 올바르지 않아요', '주소를 확인하거나 QR 코드를 다시 찍어 주세요.'],
  },
  404: { en: ['Nothing here', 'Go back to the game.'], ko: ['여기에는 아무것도 없어요', '게임으로 돌아가 주세요.'] },
  405: {
    en: ['This address can only be read', 'Go back to the game.'],
    ko: ['이 주소는 읽기만 할 수 있어요', '게임으로 돌아가 주세요.'],
  },
  410: {
    en: ['This picture is no longer shown', 'Go back to the game.'],
    ko: ['이 그림은 더 이상 보여 드리지 않아요', '게임으로 돌아가 주세요.'],
  },
  421: {
    en: ['Wrong address', 'Scan the QR code on the big screen.'],
    ko: ['잘못된 주소예요', '큰 화면의 QR 코드를 찍어 주세요.'],
  },
  500: {
    en: ['Something went wrong on our side', 'Try again in a moment. Your entries are safe.'],
    ko: ['저희 쪽에 문제가 생겼어요', '잠시 후 다시 시도해 주세요. 보낸 그림은 안전해요.'],
  },
  503: {
    en: ['The game is being prepared', 'This page opens by itself in a moment.'],
    ko: ['게임을 준비하고 있어요', '잠시 후 자동으로 열립니다.'],
  },
} as const

export type PageStatus = keyof typeof texts

/** A person who opens a page, as opposed to a script that fetches something. */
export function isNavigation(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const mode = request.headers['sec-fetch-mode']
  return mode ? mode === 'navigate' : (request.headers.accept ?? '').includes('text/html')
}

/** Answers with a short page in the reader's language. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, status: PageStatus): FastifyReply {
  reply.code(status).header('cache-control', 'no-store')
  if (status === 503) reply.header('retry-after', '2')
  const language = /^ko\b/i.test(request.headers['accept-language'] ?? '') ? 'ko' : 'en'
  const [title, advice] = texts[status][language]
  if (!isNavigation(request)) return reply.type('text/plain; charset=utf-8').send(`${title}. ${advice}\n`)
  const home = status === 421 || status === 503 ? '' : '<p><a href="/">Dabble</a></p>'
  const again = status === 503 ? '<meta http-equiv="refresh" content="2">' : ''
  return reply
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${again}` +
        `<title>${title}</title><h1>${title}</h1><p>${advice}</p>${home}</html>`,
    )
}
