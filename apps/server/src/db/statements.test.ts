import Database from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { keepStatements } from './statements.ts'

let client: Database.Database

beforeEach(() => {
  client = new Database(':memory:')
  onTestFinished(() => void client.close())
  client.exec("create table bird (name text); insert into bird values ('duck'), ('swan')")
  keepStatements(client)
})

test('the same text is compiled once', () => {
  expect(client.prepare('select name from bird')).toBe(client.prepare('select name from bird'))
})

test('rows asked for as arrays once are objects for the next who asks', () => {
  expect(client.prepare('select name from bird limit 1').raw().get()).toEqual(['duck'])
  expect(client.prepare('select name from bird limit 1').get()).toEqual({ name: 'duck' })
})

test('a statement that is being iterated is left alone', () => {
  const names = []
  for (const row of client.prepare('select name from bird').iterate()) {
    names.push(row, ...client.prepare('select name from bird').all())
  }
  expect(names).toHaveLength(6)
})

test('a statement survives a change of the schema', () => {
  client.prepare('select * from bird').all()
  client.exec('alter table bird add column wings integer default 2')
  expect(client.prepare('select * from bird').all()[0]).toEqual({ name: 'duck', wings: 2 })
})
