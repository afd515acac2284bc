/** The codes in a pasted text, one a line, each once. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean),
  ),
]
