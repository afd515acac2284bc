import { startI18n } from '@dabble/ui'
import '@dabble/ui/theme.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Captcha } from '../../src/captcha/captcha.tsx'
import { deriveKey } from '../../src/captcha/derive-key.ts'

/** The smallest form around the component: a prompt field, the CAPTCHA, and a button that spends the solution. */
function Page() {
  const [prompt, setPrompt] = useState('')
  const [solution, setSolution] = useState<string | null>()
  const [entries, setEntries] = useState(0)
  const [verdict, setVerdict] = useState('')
  const send = async () => {
    const response = await fetch('/check', { method: 'POST', body: String(solution) })
    setVerdict(await response.text())
    setEntries(entries + 1)
  }
  return (
    <main>
      <h1>CAPTCHA</h1>
      <label>
        Prompt <input value={prompt} onChange={event => setPrompt(event.target.value)} />
      </label>
      <Captcha
        active={prompt !== ''}
        resetKey={entries}
        fetchChallenge={() => fetch('/challenge').then(response => response.json())}
        onSolved={setSolution}
        onCleared={() => setSolution(undefined)}
      />
      <button type="button" disabled={solution === undefined} onClick={send}>
        Draw
      </button>
      <output>{verdict}</output>
    </main>
  )
}

/** Milliseconds per derivation (median) on the main thread, where the browser's CPU throttling is known to work. */
async function timeDerivations(derivations: number) {
  const { parameters } = await (await fetch('/challenge')).json()
  const times: number[] = []
  for (let i = 0; i < derivations; i++) {
    const start = performance.now()
    await deriveKey(parameters, new Uint8Array(16), new Uint8Array(20))
    times.push(performance.now() - start)
  }
  const ms = times.sort((a, b) => a - b)[Math.floor(derivations / 2)]
  return { ms, difficulty: parameters.data.difficulty }
}
Object.assign(window, { timeDerivations })

startI18n('en')
createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
