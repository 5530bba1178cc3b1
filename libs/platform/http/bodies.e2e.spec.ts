/** Bodies over real sockets: files that take their time, what stops coming, and what is sent to the wrong place. */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { defineRefusals, Integer, NoQuery } from '#kernel'
import { defineProcedure } from '#operations/procedures/procedure.js'
import { type RunningNotes, runNotes } from '#test/http/running-notes.js'

class Counted {
  @Integer({ min: 0, max: 1000 }) bytes!: number
}
const countRefusals = defineRefusals({
  'too-few': [
    'rule',
    {
      en: 'A file has ten bytes at least.',
      fi: 'Tiedostossa on vähintään kymmenen tavua.',
      sv: 'En fil har minst tio byte.',
      de: 'Eine Datei hat mindestens zehn Bytes.',
      nb: 'En fil har minst ti byte.',
    },
  ],
})

const count = defineProcedure({
  name: 'count-bytes',
  about: 'Count the bytes of a file.',
  route: 'POST /counted/:id',
  payload: NoQuery,
  takesFile: true,
  answer: Counted,
  refusals: countRefusals.texts,
  allow: () => undefined,
  run: async ({ file }) => {
    let bytes = 0
    for await (const part of file ?? []) bytes += part.length
    return { bytes }
  },
})

let notes: RunningNotes
beforeAll(async () => {
  notes = await runNotes({ procedures: [count], patience: { wholeMs: 600, pauseMs: 600 } })
})
afterAll(() => notes.close())

/** Sends the pieces one by one, of a body that is announced to be longer unless they are all of it. */
async function send(path: string, sent: { type: string; pieces: string[]; length?: number }): Promise<string> {
  const { type, pieces, length = pieces.join('').length } = sent
  const socket = connect(Number(new URL(notes.url).port), '127.0.0.1')
  const answer = text(socket)
  const head = [
    `POST /api/v1${path} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${notes.token}`,
    'Idempotency-Key: k',
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
    'Connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  for (const piece of pieces) {
    await pause(100)
    socket.write(piece)
  }
  return answer
}

const file = 'application/octet-stream'
const faults = () => notes.logged().match(/a request failed/g)

describe('a file', () => {
  it('may take as long as it keeps coming', async () => {
    const pieces = Array.from({ length: 10 }, () => 'ten bytes.')
    expect(await send('/counted/x', { type: file, pieces })).toMatch(/^HTTP\/1.1 200 .*"bytes":100/s)
  })

  it('is given up when it stops coming, which is nobody’s fault here', async () => {
    expect(await send('/counted/x', { type: file, pieces: ['half'], length: 1000 })).toMatch(/^HTTP\/1.1 400 /)
    expect(faults()).toBeNull()
  })

  it.each([
    ['/notes', 415],
    ['/events/note-x/y/retraction', 415],
  ])('is refused at %s', async (path, status) => {
    expect(await send(path, { type: file, pieces: ['bytes'] })).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(faults()).toBeNull()
  })

  it('is wanted where one is taken', async () => {
    expect(await send('/counted/x', { type: 'application/json', pieces: ['{}'] })).toMatch(/^HTTP\/1.1 415 /)
  })
})

describe('JSON', () => {
  it('is given up when it takes too long, though it keeps coming', async () => {
    const pieces = Array.from({ length: 10 }, () => '          ')
    expect(await send('/notes', { type: 'application/json', pieces, length: 1000 })).toMatch(/^HTTP\/1.1 400 /)
    expect(faults()).toBeNull()
  })
})

describe('a procedure', () => {
  it('is refused what can be no id', async () => {
    const answered = await notes.ask('/api/v1/counted/Jane%20Doe', { body: 'x', headers: { 'content-type': file } })
    expect([answered.status, answered.body.code]).toEqual([404, 'not-found'])
  })

  it('is described as what it may be refused with', async () => {
    const { paths, 'x-problems': problems } = (await notes.ask('/api/openapi.json')).body as unknown as {
      paths: Record<string, { post: { responses: Record<string, { description: string }> } }>
      'x-problems': { code: string }[]
    }
    const { responses } = paths['/api/v1/counted/{id}']?.post ?? { responses: {} }
    const said = Object.values(responses).map(({ description }) => description)
    expect(said.join(' ')).toMatch(/not-allowed.*too-few/)
    expect(said.join(' ')).not.toMatch(/idempotency|later-facts|malformed-json/)
    expect(problems.map(({ code }) => code)).toContain('too-few')
  })
})
