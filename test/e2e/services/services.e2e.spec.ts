/** Everything as separate processes on engines that they share: recorded here, derived there, asked elsewhere. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { RunningServices } from './running-services.js'

const patienceMs = 120_000

describeWhen(hasMongodb, 'recorder, projector and insights', () => {
  let services: RunningServices
  let customer: string

  beforeAll(async () => {
    services = await RunningServices.start()
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    customer = String((await services.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
  }, patienceMs)
  afterAll(async () => {
    await services?.discard()
  }, patienceMs)

  const note = (text: string) =>
    services.write('/touchpoints/note', { customers: [customer], unit: 'fi', note: text }, { as: 'aino' })
  async function told(query = ''): Promise<unknown[]> {
    const { body } = await services.ask(`/customers/${customer}/timeline${query}`, { as: 'aino' })
    return (body.rows as JsonObject[]).map(({ summary }) => summary)
  }
  const verified = async () => (await services.ask('/operations/verify', { method: 'POST', body: {} })).body

  it(
    'show what was recorded, also by its words',
    async () => {
      await note('The freezer ices up.')
      expect(await told('?text=freezer')).toEqual(['The freezer ices up.'])
      expect(await verified()).toMatchObject({ equal: true, differences: [] })
    },
    patienceMs,
  )

  it(
    'derive read models anew while more is recorded',
    async () => {
      const rebuilt = services.ask('/operations/rebuild', { method: 'POST', body: {} })
      for (let at = 0; at < 20; at++) await note(`Beside the rebuild, ${at}.`)
      expect((await rebuilt).status).toBe(200)
      await note('After the rebuild.')
      expect(await told('?text=rebuild&limit=50')).toHaveLength(21)
      expect(await verified()).toMatchObject({ equal: true, differences: [] })
    },
    patienceMs,
  )

  it(
    'go on with another projector when one dies',
    async () => {
      await services.begin('projector', 'second')
      expect((await services.of('second').ask('/operations/rebuild', { method: 'POST', body: {} })).body.code).toBe(
        'projector-waits',
      )
      await services.of('projector').kill()
      await note('After the death of one.')
      expect(await told('?text=death')).toHaveLength(1)
    },
    patienceMs,
  )
})
