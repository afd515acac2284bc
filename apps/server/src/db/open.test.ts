import { copyFileSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { GameError } from '@dabble/api'
import Database from 'better-sqlite3'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { getSecret } from '../game/secret.ts'
import { createFixture, temporaryFolder } from '../game/testing/fixture.ts'
import { StartError } from '../start/start-error.ts'
import { closeDatabase, type Db, openDatabase } from './open.ts'
import * as schema from './schema.ts'
import { write } from './write.ts'

const newFile = () => join(temporaryFolder(), 'dabble.sqlite')
const list = (db: Db, query: string) => db.$client.prepare(query).pluck().all()
const tables = Object.values(schema).filter(value => value instanceof SQLiteTable)

it('creates what the schema says, from nothing', () => {
  const db = openDatabase(newFile())
  expect(tables.length).toBeGreaterThan(10)
  for (const table of tables) {
    const { name, columns, indexes, uniqueConstraints, checks } = getTableConfig(table)
    // Migrations add columns at the end, wherever the schema has them.
    const named = columns.map(column => column.name)
    expect(list(db, `select name from pragma_table_info('${name}')`).toSorted()).toEqual(named.toSorted())
    const stored = list(db, `select name from pragma_index_list('${name}')`)
    for (const { config } of indexes) {
      expect(stored).toContain(config.name)
      const [unique] = list(db, `select "unique" from pragma_index_list('${name}') where name = '${config.name}'`)
      expect(unique).toBe(config.unique ? 1 : 0)
    }
    for (const constraint of uniqueConstraints) expect(stored).toContain(constraint.getName())
    const [sql] = list(db, `select sql from sqlite_schema where name = '${name}'`)
    for (const check of checks) expect(sql).toContain(`"${check.name}"`)
  }
  closeDatabase(db)
})

it('waits for the disk, holds foreign keys and waits for others', () => {
  const db = openDatabase(newFile())
  const pragma = (name: string) => db.$client.pragma(name, { simple: true })
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('busy_timeout')]).toEqual([
    'wal',
    2,
    1,
    5000,
  ])
  closeDatabase(db)
})

it('finds everything again, also in a copy of the closed file alone', () => {
  const file = newFile()
  const db = openDatabase(file)
  const key = getSecret(db, 'cookies')
  const reader = openDatabase(file)
  closeDatabase(db)
  closeDatabase(db)
  copyFileSync(file, `${file}.copy`)
  closeDatabase(reader)
  const again = openDatabase(`${file}.copy`)
  expect(getSecret(again, 'cookies')).toEqual(key)
  expect(getSecret(again, 'captcha')).not.toEqual(key)
  closeDatabase(again)
})

it('refuses a database of a newer version and leaves it alone', () => {
  const file = newFile()
  const db = openDatabase(file)
  db.$client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 4102444800000)")
  closeDatabase(db)
  const before = readFileSync(file)
  expect(() => openDatabase(file)).toThrow(StartError)
  expect(() => openDatabase(file)).toThrow(/was written by a newer Dabble\. Start that version/)
  expect(readFileSync(file)).toEqual(before)
})

it('leaves the old database as it was when a migration fails', () => {
  const file = newFile()
  const other = new Database(file)
  other.exec('create table entry (mine text); insert into entry values (42)')
  other.close()
  expect(() => openDatabase(file)).toThrow(StartError)
  expect(() => openDatabase(file)).toThrow(
    /could not be brought up to date and is as it was \(table `entry` already exists\)/,
  )
  const after = new Database(file)
  expect(
    after
      .prepare("select name from sqlite_schema where type = 'table' and name not like '\\_\\_%' escape '\\'")
      .pluck()
      .all(),
  ).toEqual(['entry'])
  expect(after.prepare('select * from entry').pluck().all()).toEqual(['42'])
  after.close()
})

it('says so when the file is no database, is damaged, or cannot be opened', () => {
  const text = newFile()
  writeFileSync(text, 'no database, just some text that somebody saved here by mistake\n'.repeat(20))
  expect(() => openDatabase(text)).toThrow(/is damaged\. Restore a backup/)

  const torn = newFile()
  const db = openDatabase(torn)
  closeDatabase(db)
  const lastPage = statSync(torn).size - 4096
  writeSync(openSync(torn, 'r+'), Buffer.alloc(2048, 0xa5), 0, 2048, lastPage)
  expect(() => openDatabase(torn)).toThrow(/is damaged/)

  const nowhere = join(temporaryFolder(), 'missing', 'dabble.sqlite')
  expect(() => openDatabase(nowhere)).toThrow()
  expect(existsSync(nowhere)).toBe(false)
  for (const file of [text, torn]) expect(() => openDatabase(file)).toThrow(StartError)
})

it('undoes a write that fails, and calls a full disk by its name', () => {
  const { db } = createFixture()
  const secrets = () => list(db, 'select name from secret')
  const full = () => {
    db.$client.pragma(`max_page_count = ${db.$client.pragma('page_count', { simple: true })}`)
    write(db, tx => {
      for (let i = 0; i < 100; i += 1)
        tx.insert(schema.secret)
          .values({ name: `${i}`, value: Buffer.alloc(4096) })
          .run()
    })
  }
  expect(full).toThrow(new GameError('disk-full'))
  expect(secrets()).toEqual([])
})
