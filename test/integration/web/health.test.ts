import express from 'express'
import supertest from 'supertest'
import { readHealth } from '../../../src/use-cases/readHealth'
import { healthRoutes } from '../../../src/web/health'
import { openTestDocuments, type TestDocuments } from '../../support/openDocuments'

let store: TestDocuments
beforeAll(async () => {
  store = await openTestDocuments()
})
afterAll(() => store.dispose())

const at = (seconds: number, isStart = false) => {
  const clock = { now: () => 0, monotonic: () => seconds * 1000, sleep: async () => {} }
  return readHealth({ documents: store.documents, clock }, { moment: 0, isStart })
}

test.each([
  ['just started, no look yet', 5, true, true, null],
  ['looked ten seconds ago', 10, false, true, 10],
  ['has not looked for two minutes', 120, false, false, 120],
  ['started two minutes ago and never looked', 120, true, false, null],
])('%s', async (_label, seconds, isStart, ok, lastLook) => {
  expect(await at(seconds, isStart)).toMatchObject({
    ok,
    lastLook,
    waiting: { toSend: 0, inDoubt: 0, toHandle: 0 },
  })
})

test('a product that does its work answers 200, one that does not 503', async () => {
  const answer = (health: Parameters<typeof healthRoutes>[0]) =>
    supertest(express().use(healthRoutes(health))).get('/health')
  expect((await answer(() => at(10))).status).toBe(200)
  expect((await answer(() => at(120))).status).toBe(503)
})

test('a store that does not answer is told as such', async () => {
  const { status, body } = await supertest(
    express().use(healthRoutes(() => Promise.reject(new Error('away')))),
  ).get('/health')
  expect({ status, body }).toEqual({ status: 503, body: { ok: false } })
})
