/** What slices register is known once, or the program does not start. */
import { describe, expect, it } from '@jest/globals'
import { rulesOf } from './registry.js'
import type { Rules } from './rules/rules.js'
import { ruleNames } from './rules/rules.js'
import { defineSlice } from './slice.js'

const sliceWith = (name: string, rules: Partial<Rules>) => defineSlice({ name, about: 'Some.', rules })
const all = Object.fromEntries(ruleNames.map((rule) => [rule, { of: rule }])) as unknown as Rules

describe('rules', () => {
  it('come from whichever slice registers them', () => {
    const { calendar, ...others } = all
    expect(rulesOf([sliceWith('a', { calendar }), sliceWith('b', others)])).toEqual(all)
  })

  it('are refused when nobody registers one, or two slices do', () => {
    const { calendar, ...others } = all
    expect(() => rulesOf([sliceWith('b', others)])).toThrow('no slice registers the rule calendar')
    expect(() => rulesOf([sliceWith('a', all), sliceWith('b', { calendar })])).toThrow(
      'the rule calendar is registered by b and by another slice',
    )
  })
})
