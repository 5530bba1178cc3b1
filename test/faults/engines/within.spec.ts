/** Work that hangs is given up by a bound, and the rest is as it would be without one. */
import { expect, it } from '@jest/globals'
import { within } from './within.js'

const never = new Promise<string>(() => undefined)

it('says what work comes to, and of work that never ends nothing', async () => {
  expect(await within(60_000, Promise.resolve('done'))).toBe('done')
  expect(await within(1, never)).toBeUndefined()
})

it('fails as the work fails, and not because of what fails too late', async () => {
  await expect(within(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  const { promise, reject } = Promise.withResolvers<string>()
  expect(await within(1, promise)).toBeUndefined()
  reject(new Error('too late'))
})
