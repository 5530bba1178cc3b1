/** An empty group: founded as the settings say, with a way in for its administrator until somebody works there. */
import { afterAll, describe, expect, it } from '@jest/globals'
import { newFolder, RunningProgram } from './running-program.js'

const patienceMs = 60_000
const settings = {
  KUMPPANI_GROUP: 'Norrkyla',
  KUMPPANI_CURRENCY: 'SEK',
  KUMPPANI_COUNTRY: 'SE',
  KUMPPANI_TIME_ZONE: 'Europe/Stockholm',
  KUMPPANI_LANGUAGE: 'sv',
}
const link = /http:\/\/[\w.:]+\/#link=[\w.-]+\n/

let program: RunningProgram
afterAll(() => program.discard())

describe('a group that is founded empty', () => {
  it(
    'is in the country, currency, zone and language of the settings',
    async () => {
      program = await RunningProgram.start(newFolder(), settings)
      const { body } = await program.ask('/group')
      const place = { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' }
      expect(body).toMatchObject({ name: 'Norrkyla', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' })
      expect(body.subsidiaries).toEqual([expect.objectContaining(place)])
    },
    patienceMs,
  )

  it(
    'lets its administrator in at every start until something is recorded',
    async () => {
      expect((await program.stop()).out).toMatch(link)
      program = await RunningProgram.start(program.folder)
      await program.member('aino', 'hq', 'member')
      expect((await program.stop()).out).toMatch(link)
      program = await RunningProgram.start(program.folder)
      expect((await program.stop()).out).not.toMatch(link)
    },
    patienceMs,
  )
})
