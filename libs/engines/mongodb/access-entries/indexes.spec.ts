/** Who makes the indexes of the access log, by what a role may do. */
import { describe, expect, it } from '@jest/globals'
import { MongoServerError } from 'mongodb'
import { EnginesRefused } from '#kernel'
import { requireIndexes } from './indexes.js'

const wanted = [{ key: { day: 1 }, name: 'days' }] as const
const refused = () => Promise.reject(new MongoServerError({ message: 'not authorized', code: 13 }))

/** What a server answers to a role. */
const asked = (may: { create?: boolean; list?: readonly string[] }) => ({
  namespace: 'kumppani.access',
  createIndexes: may.create ? async () => ['days'] : refused,
  indexes: (may.list ? async () => may.list?.map((name) => ({ name, key: {}, v: 2 })) : refused) as never,
})

describe('the indexes of what is only added to', () => {
  it('are made by whoever may, and seen by others', async () => {
    await requireIndexes(asked({ create: true }), wanted)
    await requireIndexes(asked({ list: ['_id_', 'days'] }), wanted)
  })

  it.each([
    ['createIndex', { list: ['_id_'] }],
    ['listIndexes', {}],
  ])('ask in one line for %s where a role needs it', async (action, may) => {
    const refusal = requireIndexes(asked(may), wanted)
    await expect(refusal).rejects.toThrow(EnginesRefused)
    await expect(refusal).rejects.toThrow(new RegExp(`^[^\\n]*kumppani.access[^\\n]*grant ${action} on it[^\\n]*$`))
  })

  it('are not given up for another fault', async () => {
    const failing = { ...asked({}), createIndexes: () => Promise.reject(new Error('no disk')) }
    await expect(requireIndexes(failing, wanted)).rejects.toThrow('no disk')
  })
})
