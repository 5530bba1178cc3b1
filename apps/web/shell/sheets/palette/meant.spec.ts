/** What somebody means who types the beginning of a command. */
import { describe, expect, it } from '@jest/globals'
import { isMeant } from './meant.js'

describe('a command', () => {
  it.each([
    ['dark', 'Theme: Dark'],
    ['th da', 'Theme: Dark'],
    ['DARK', 'Theme: Dark'],
    ['', 'Sign out'],
    ['ulos', 'Kirjaudu ulos'],
  ])('is meant by the beginnings of its words: %j', (typed, name) => {
    expect(isMeant(typed, name)).toBe(true)
  })

  it.each([
    ['ark', 'Theme: Dark'],
    ['theme light', 'Theme: Dark'],
  ])('is not meant by anything else: %j', (typed, name) => {
    expect(isMeant(typed, name)).toBe(false)
  })
})
