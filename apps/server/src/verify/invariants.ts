import type { Db } from '../db/open.ts'
import { crewInvariants } from './crew-invariants.ts'

/** What must hold of every game at any moment; each query finds what breaks it. */
const invariants: Record<string, string> = {
  'a done entry has a done picture':
    "select e.id from entry e join picture p on p.id = e.picture_id where e.state = 'done' and p.state <> 'done'",
  'a done entry has the similarity of its picture':
    "select e.id from entry e join picture p on p.id = e.picture_id where e.state = 'done' and e.similarity is not p.similarity",
  'no entry waits for a done picture':
    "select e.id from entry e join picture p on p.id = e.picture_id where p.state = 'done' and e.state = 'queued'",
  'an unfinished entry has an unfinished picture':
    "select e.id from entry e join picture p on p.id = e.picture_id where e.state = 'queued' and p.state not in ('queued', 'running')",
  'an entry and its picture are of the same round':
    'select e.id from entry e join picture p on p.id = e.picture_id where e.round_id <> p.round_id',
  'a picture was asked for':
    'select p.id from picture p where not exists (select 1 from entry e where e.picture_id = p.id)',
  'a player has at most one unfinished entry':
    "select player_id from entry where state = 'queued' group by player_id having count(*) > 1",
  'a final round has nothing queued or running':
    "select p.id from picture p join round r on r.id = p.round_id where r.state in ('final', 'revealed') and p.state in ('queued', 'running')",
  ...crewInvariants,
}

/** One line for each invariant that does not hold, and for damage that SQLite itself finds. */
export function brokenInvariants(db: Db): string[] {
  const client = db.$client
  const broken = Object.entries(invariants).flatMap(([name, query]) => {
    const found = client.prepare(query).pluck().all()
    return found.length ? [`${name}: not so for ${found.slice(0, 5).join(', ')}${found.length > 5 ? ', …' : ''}`] : []
  })
  const integrity = client.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') broken.push(`SQLite: ${integrity}`)
  if ((client.pragma('foreign_key_check') as unknown[]).length) broken.push('SQLite: a foreign key leads nowhere')
  return broken
}
