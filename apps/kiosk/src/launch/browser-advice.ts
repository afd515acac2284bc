/** What to do where Electron cannot be had: the same screens are pages, and any browser shows them. */
export function browserAdvice(origin: string): string {
  return [
    '',
    '  Electron could not be downloaded, so there is no kiosk window. The big screen runs in any browser just as well:',
    '  Electron을 내려받지 못해 키오스크 창을 열 수 없어요. 큰 화면은 브라우저에서도 똑같이 볼 수 있어요:',
    '',
    `  Big screen  ${origin}/kiosk   (F11)`,
    `  Staff       ${origin}/staff`,
    '',
    '',
  ].join('\n')
}
