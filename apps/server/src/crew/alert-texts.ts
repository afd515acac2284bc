import type { HealthProblem, Language } from '@dabble/api'

/** What a chat channel is told: what is wrong, and what to do. */
const alertTexts: Record<Language, Record<HealthProblem, string>> = {
  en: {
    'inference-away': 'The image model is away, so nothing is drawn. Entries are kept. Look at the booth box.',
    'endpoint-away': 'One of the image servers is away. The others draw on, more slowly. Look at the health screen.',
    'endpoint-refused':
      'An image server gets no work: it has another bundle, or refuses our authorization. Look at the health screen.',
    'queue-long': 'The queue is longer than a minute. Slow the pace in the settings, or let it drain.',
    'disk-low': 'Less than 2 GB of disk is free. Free some space on the booth box.',
    'pictures-failing': 'Several pictures were given up. Look at the round and try them again.',
    'screening-waiting':
      'Pictures have waited for screening for more than three minutes. Open Screening on a crew device.',
    'no-backup': 'There has been no backup for a day. Run: npm run dabble -- backup',
    errors: 'Ten errors or more within an hour. Look at the health screen and the log.',
  },
  ko: {
    'inference-away': '그림 모델이 응답하지 않아 그림이 멈췄어요. 도전은 저장돼요. 부스 컴퓨터를 확인해 주세요.',
    'endpoint-away': '그림 서버 중 하나가 응답하지 않아요. 나머지가 천천히 이어서 그려요. 상태 화면을 확인해 주세요.',
    'endpoint-refused': '번들이 다르거나 인증이 맞지 않아 쉬고 있는 그림 서버가 있어요. 상태 화면을 확인해 주세요.',
    'queue-long': '대기열이 1분을 넘었어요. 설정에서 속도를 늦추거나 빠질 때까지 기다려 주세요.',
    'disk-low': '디스크 여유가 2GB도 남지 않았어요. 부스 컴퓨터의 공간을 비워 주세요.',
    'pictures-failing': '그리지 못한 그림이 여러 장 있어요. 라운드 화면에서 다시 시도해 주세요.',
    'screening-waiting': '3분 넘게 확인을 기다리는 그림이 있어요. 그림 확인 화면을 봐 주세요.',
    'no-backup': '하루 동안 백업하지 않았어요. 실행: npm run dabble -- backup',
    errors: '한 시간에 오류가 10번 넘게 났어요. 상태 화면과 로그를 확인해 주세요.',
  },
}

const frames: Record<Language, Record<'begun' | 'over', (name: string, text: string) => string>> = {
  en: { begun: (name, text) => `⚠️ ${name}: ${text}`, over: (name, text) => `✅ ${name}: over. (${text})` },
  ko: { begun: (name, text) => `⚠️ ${name}: ${text}`, over: (name, text) => `✅ ${name}: 해결됐어요. (${text})` },
}

/** `name` is the contest's, so that one channel can hear of two booths. */
export const alertText = (language: Language, what: 'begun' | 'over', problem: HealthProblem, name: string): string =>
  frames[language][what](plain(name), alertTexts[language][problem])

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Slack takes `<!channel>` for a call to everybody, and asks for these three to be escaped. */
const plain = (name: string): string => name.replace(/[&<>]/g, sign => escapes[sign] as string)
