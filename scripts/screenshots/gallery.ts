import { readdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { folder } from './camera.ts'
import { looks } from './looks.ts'

const titles = {
  'phone-': 'Phone',
  'kiosk-': 'Big screen',
  'staff-phone-': 'The crew’s phone',
  'staff-desk-': 'The crew’s laptop, or the kiosk’s second screen',
}

/** Writes docs/screenshots.md: everything that was taken, one row a screen, one column a language and theme. */
export async function writeGallery(): Promise<void> {
  const taken = new Set((await readdir(folder)).map(file => file.replace('.webp', '')))
  const screens = new Set([...taken].sort().map(name => name.replace(/-(ko|en)-(dark|light)$/, '')))
  const sections = Object.entries(titles).map(([prefix, title]) => {
    const rows = [...screens]
      .filter(screen => screen.startsWith(prefix))
      .map(screen => {
        const cells = looks.map(({ name }) => (taken.has(`${screen}-${name}`) ? picture(`${screen}-${name}`) : ''))
        return `| ${screen.slice(prefix.length)} | ${cells.join(' | ')} |`
      })
    const head = `| | ${looks.map(({ language, theme }) => `${language}, ${theme}`).join(' | ')} |\n|---|---|---|---|---|`
    return `## ${title}\n\n${head}\n${rows.join('\n')}\n`
  })
  const intro = 'Taken by `node scripts/screenshots.ts` from a real game that a small crowd plays.'
  await writeFile(resolve(folder, '../screenshots.md'), `# Screens\n\n${intro}\n\n${sections.join('\n')}`)
}

const picture = (name: string) => `<img src="screenshots/${name}.webp" width="220" alt="${name}">`
