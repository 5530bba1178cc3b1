/** Class-validator and its rules are in nobody's memory before somebody asks what is wrong. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'

const asked = `
  import { createRequire } from 'node:module'
  const kernel = await import(process.argv[1])
  const { cache } = createRequire(process.argv[1])
  const isLoaded = () => Object.keys(cache).some((file) => /[\\\\/]class-validator[\\\\/]/.test(file))
  const steps = [isLoaded()]
  kernel.parse(kernel.Money, { amountMinor: 1, currency: 'EUR' })
  steps.push(isLoaded())
  try {
    kernel.parse(kernel.Money, { amountMinor: 'x', currency: 'EUR' })
  } catch ({ problems }) {
    steps.push(isLoaded(), problems)
  }
  console.log(JSON.stringify(steps))`

describe('class-validator', () => {
  it('is loaded by the first input that does not fit', () => {
    const door = new URL('../index.js', import.meta.url).href
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', asked, door], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual([false, false, true, [{ path: 'amountMinor', code: 'not-an-integer' }]])
  })
})
