import type { Messages } from '../en.ts'

export const connect: Messages['connect'] = {
  page: 'Dabble 키오스크',
  ask: {
    title: '부스 컴퓨터가 어디에 있나요?',
    lead: '부스 컴퓨터의 터미널에서 “Play” 옆에 나오는 주소를 입력해 주세요.',
    label: '부스 컴퓨터 주소',
    hint: '예: 192.168.0.7:3000',
    submit: '연결하기',
    back: '원래 주소로 돌아가기: {{box}}',
  },
  problem: {
    invalid: '주소가 아니에요. 터미널에 나온 그대로 입력해 주세요. 예: http://192.168.0.7:3000',
    unreachable: '응답이 없어요. 주소가 맞는지, 두 컴퓨터가 같은 네트워크에 있는지 확인해 주세요.',
    other: '응답은 하지만 Dabble이 아니에요. 주소와 끝의 번호를 확인해 주세요.',
    moved: '부스 컴퓨터가 이제 이 주소로 안내하고 있어요. 맞으면 연결해 주세요.',
  },
  looking: { title: '부스 컴퓨터를 찾고 있어요…', text: '{{address}} 주소에 물어보고 있어요. 몇 초 걸려요.' },
  away: {
    title: '부스 컴퓨터가 응답하지 않아요',
    text: '{{address}} 주소가 응답하면 큰 화면이 저절로 돌아와요. 부스 컴퓨터가 켜져 있고 네트워크에 연결되어 있는지 확인해 주세요.',
    retry: '지금 다시 해 보기',
    trying: '연결해 보고 있어요…',
  },
  certificate: {
    title: '우리 부스 컴퓨터가 맞나요?',
    text: '{{address}} 주소는 아무도 보증하지 않는 자체 인증서를 쓰고 있어요. 아래 지문이 부스 컴퓨터에 있는 인증서의 지문과 같을 때만 연결해 주세요.',
    fingerprint: '지문(SHA-256)',
    trust: '같아요: 연결하기',
  },
  changed: {
    title: '인증서가 전과 달라요',
    text: '{{address}} 주소의 인증서가 전에 신뢰한 것과 달라요. 부스에서 바꾼 것이 아니라면 누군가 엿듣고 있을 수 있어요. 연결하지 말고 네트워크를 확인해 주세요.',
    trusted: '신뢰한 지문(SHA-256)',
    shown: '지금 보이는 지문(SHA-256)',
    trust: '우리가 바꿨어요: 새 인증서 신뢰하기',
  },
  other: '다른 주소',
  exit: '키오스크 끝내기',
  audience: { title: '잠시만 기다려 주세요', text: '큰 화면을 연결하고 있어요.' },
}
