import i18next from 'i18next'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { Captcha } from '../../src/captcha/captcha.tsx'
import { deriveKey } from '../../src/captcha/derive-key.ts'
import './page.css'

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

const captcha = {
  label: 'I am not a robot',
  idle: 'Ticks itself while you type',
  solving: 'Checking…',
  solved: 'Checked',
  unneeded: 'Not needed this time',
  expired: 'Too old. Checking again…',
  error: 'Could not check. Are you online?',
  retry: 'Try again',
}
await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: { captcha } } } })
createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
