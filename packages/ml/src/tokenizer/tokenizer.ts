export type Tokens = {
  ids: Int32Array
  /** Batch of one first. */
  shape: number[]
}

export type Tokenizer = {
  /** Never throws, whatever the prompt. */
  tokenize(prompt: string): Tokens
  /** The prompt key: SHA-256, hex, of the token ids; equal exactly when the model is shown the same. */
  key(prompt: string): string
  /** UTF-16 index in the prompt at which the model stops reading; its length when everything is read. */
  reads(prompt: string): number
}
