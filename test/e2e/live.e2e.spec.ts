/** The program as its operator and two members in two countries meet it: live, stopped, refused, started again. */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exitCodes } from '#platform/config/exit-codes.js'
import { launch, newFolder, RunningProgram } from './running-program.js'

const longestMs = 5000
const patienceMs = 60_000
let program: RunningProgram
let customer: string

beforeAll(async () => {
  program = await RunningProgram.start()
  await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
  await program.country('se', { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' })
  await program.member('aino', 'fi', 'member')
  await program.member('bengt', 'se', 'member')
  customer = String((await program.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
}, patienceMs)
afterAll(() => program.discard())

/** Opens a stream of the customer's changes. */
async function listen(member: string, to = customer) {
  const leaving = new AbortController()
  const response = await fetch(`${program.url}/api/v1/customers/${to}/live`, {
    headers: { authorization: `Bearer ${await program.token(member)}` },
    signal: leaving.signal,
  })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  let heard = ''
  const until = async (text: string) => {
    while (!heard.includes(text)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`the stream ended after ${heard}`)
      heard += Buffer.from(value).toString()
    }
    return heard
  }
  return { until, leave: () => leaving.abort() }
}

const meeting = () => ({ customers: [customer], unit: 'fi', note: 'Uusi keittiö syksyllä.', channel: 'in-person' })

describe('a meeting recorded in Finland', () => {
  it('is heard of in Sweden while it is news', async () => {
    const stream = await listen('bengt')
    await stream.until(': still here')
    const from = performance.now()
    const recorded = await program.ask('/touchpoints/meeting', { as: 'aino', body: meeting() })
    const heard = await stream.until(`"position":"${recorded.body.position}"`)
    const tookMs = performance.now() - from
    process.stdout.write(`heard ${Math.round(tookMs)} ms after the meeting was sent off\n`)
    expect(heard).toContain(`data: {"position":"${recorded.body.position}","customer":"${customer}"}`)
    expect(tookMs).toBeLessThan(longestMs)
    const { body } = await program.ask(`/customers/${customer}/timeline`, { as: 'bengt' })
    const [latest] = body.rows as object[]
    expect(latest).toMatchObject({ kind: 'meeting', who: { id: 'aino' }, summary: 'Uusi keittiö syksyllä.' })
    stream.leave()
  })
})

describe('a customer that was merged into another', () => {
  it('is heard of as that one by whoever listens to it', async () => {
    await program.member('stella', 'fi', 'steward')
    const { id } = await program.write('/customers', { name: 'Merituuli' }, { as: 'aino' })
    const stream = await listen('bengt', String(id))
    await stream.until(': still here')
    await program.write(`/customers/${id}/merge`, { into: customer }, { as: 'stella' })
    const { position } = await program.write('/touchpoints/meeting', meeting(), { as: 'aino' })
    await stream.until(`data: {"position":"${position}","customer":"${customer}"}`)
    stream.leave()
  })
})

describe('a start that cannot be', () => {
  const refusedLine = (why: RegExp) => expect.stringMatching(new RegExp(`^kumppani: ${why.source}[^\n]*\n$`))

  it(
    'on a folder that another process holds says who holds it',
    async () => {
      const { code, err } = await launch(program.folder).ended
      expect(code).toBe(exitCodes.dataFolderHeld)
      expect(err).toEqual(refusedLine(/the data folder \S+ is held by process \d+ at http:\/\/127\.0\.0\.1:\d+/))
    },
    patienceMs,
  )

  it(
    'on a port in use says which, before it founds anything',
    async () => {
      const folder = newFolder()
      const other = createServer()
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const { port } = other.address() as { port: number }
      const { code, err } = await launch(folder, { PORT: String(port) }).ended
      other.close()
      expect(existsSync(join(folder, 'log.db'))).toBe(false)
      rmSync(folder, { recursive: true })
      expect(code).toBe(exitCodes.portInUse)
      expect(err).toEqual(refusedLine(new RegExp(`port ${port} on 127\\.0\\.0\\.1 is taken; set PORT to another`)))
    },
    patienceMs,
  )

  it(
    'with settings that cannot be meant names them',
    async () => {
      const settings = { PORT: 'many', KUMPPANI_DATEN: '/tmp', HOST: '0.0.0.0' }
      const starts = Object.entries(settings).map(async ([name, value]) => {
        const folder = newFolder()
        const { code, err } = await launch(folder, { [name]: value }).ended
        rmSync(folder, { recursive: true })
        expect({ name, code, err }).toEqual({
          name,
          code: exitCodes.badSetting,
          err: refusedLine(new RegExp(`[^\n]*${name}`)),
        })
      })
      await Promise.all(starts)
      expect.assertions(starts.length)
    },
    patienceMs,
  )
})

describe('Ctrl-C', () => {
  it(
    'ends the program cleanly, also while somebody listens, and all is there when it starts again',
    async () => {
      const before = await program.ask(`/customers/${customer}/timeline`, { as: 'bengt' })
      const stream = await listen('bengt')
      await stream.until(': still here')
      const { code, err } = await program.stop()
      expect({ code, err }).toEqual({ code: exitCodes.ok, err: '' })
      await expect(stream.until('never')).rejects.toThrow('the stream ended')

      program = await RunningProgram.start(program.folder)
      expect(await fetch(`${program.url}/ready`)).toMatchObject({ status: 200 })
      expect(await program.ask(`/customers/${customer}/timeline`, { as: 'bengt' })).toEqual(before)
      const verified = await program.ask('/operations/verify', { body: {} })
      expect(verified).toMatchObject({ status: 200, body: { equal: true, differences: [] } })
    },
    patienceMs,
  )
})

describe('a stop of the machine', () => {
  it(
    'takes nothing: what it may have left of the read models is derived anew before anybody is answered',
    async () => {
      const before = await program.ask(`/customers/${customer}/timeline`, { as: 'bengt' })
      await program.kill()
      const pointer = join(program.folder, 'read.db.current')
      const said = JSON.parse(readFileSync(pointer, 'utf8'))
      writeFileSync(pointer, JSON.stringify({ ...said, writtenSince: 'the start before' }))
      const [readModels = ''] = globSync(join(program.folder, 'read-*.db'))
      writeFileSync(readModels, readFileSync(readModels).fill(0, 8192, 65_536))

      program = await RunningProgram.start(program.folder)
      expect(program.said()).toContain('derived anew: the machine stopped while they were written')
      expect(await program.ask(`/customers/${customer}/timeline`, { as: 'bengt' })).toEqual(before)
      const verified = await program.ask('/operations/verify', { body: {} })
      expect(verified).toMatchObject({ status: 200, body: { equal: true, differences: [] } })
    },
    patienceMs,
  )
})
