/** What everything is drawn with can be read on every ground, and the stages can be told apart without their hue. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

const css = readFileSync('apps/web/look/tokens.css', 'utf8')

type Tokens = Readonly<Record<string, string>>

/** The colours that stand under a selector. */
function under(selector: string): Tokens {
  const from = css.search(new RegExp(`^ *${selector.replaceAll('[', '\\[')} \\{`, 'm'))
  const block = css.slice(css.indexOf('{', from), css.indexOf('}', from))
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

const light = under(':root')
const dark = { ...light, ...under('[data-theme="dark"]') }
const past = under('[data-ground="past"]')
const grounds: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', dark],
  ['the past in light', { ...light, ...past }],
  ['the past in dark', { ...dark, ...past, ...under('[data-theme="dark"] [data-ground="past"]') }],
]

/** Relative luminance, as WCAG has it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0)
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const stages = [0, 1, 2, 3, 4, 5].map((rank) => `stage-${rank}`)
/** Between a stage and the next, and between the first and the ground. */
const leastStep = 1.1
const leastOfText = 4.5
const leastOfMarks = 3

describe.each(grounds)('on the ground of %s', (_, tokens) => {
  const of = (name: string): string => {
    const colour = tokens[name]
    if (colour === undefined) throw new Error(`tokens.css has no colour ${name}`)
    return colour
  }

  it('stages rise in contrast to it, each seen beside the one before, and none as strong as its line', () => {
    const strengths = ['ground', ...stages].map((name) => contrast(of(name), of('ground')))
    for (const [n, strength] of strengths.slice(1).entries())
      expect(strength / (strengths[n] ?? 0)).toBeGreaterThanOrEqual(leastStep)
    expect(strengths.at(-1)).toBeLessThan(0.35 * contrast(of('stage-line'), of('ground')))
  })

  it.each(['ink', 'quiet', 'accent', 'alarm', 'caution'])('%s is read on all that it stands on', (name) => {
    for (const on of ['ground', 'panel', 'soft']) expect(contrast(of(name), of(on))).toBeGreaterThanOrEqual(leastOfText)
  })

  it.each(['ink', 'quiet', 'accent', 'alarm', 'caution', 'edge', 'stage-line'])('marks in %s are seen', (name) => {
    for (const on of ['ground', 'future', 'soft'])
      expect(contrast(of(name), of(on))).toBeGreaterThanOrEqual(leastOfMarks)
  })

  it.each(['ink', 'quiet', 'alarm', 'caution'])('words in %s are read on what lies ahead', (name) => {
    expect(contrast(of(name), of('future'))).toBeGreaterThanOrEqual(leastOfText)
  })

  it('words are read on every stage', () => {
    for (const stage of stages) expect(contrast(of('on-stage'), of(stage))).toBeGreaterThanOrEqual(leastOfText)
  })
})
