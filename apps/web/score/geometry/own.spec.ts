/** Promises, income, people and projects: each stands when it was, and none covers another’s words. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linear } from '../axis/axis.js'
import type { Fact } from '../facts/facts.js'
import { seenAt } from '../facts/seen.js'
import { incomeBars } from './income.js'
import { onTwoLines, personMarks, projectLanes } from './own.js'
import { promiseArcs } from './promises.js'
import { textWidth } from './stages.js'

const at = (day: string) => Date.parse(day)
const now = at('2026-01-01')
const axis = linear({ from: at('2025-01-01'), to: at('2027-01-01') }, { left: 0, right: 730 })

const fact = (line: string, thing: string, day: string, says: Fact['says'], more: Partial<Fact> = {}): Fact => ({
  line,
  slot: `${line} ${thing}`,
  at: at(day),
  says,
  ends: false,
  knownFrom: 0,
  knownUntil: Number.POSITIVE_INFINITY,
  position: `${thing} ${day}`,
  ...more,
})
const seen = (facts: Fact[], asOf = now) =>
  seenAt(
    facts.toSorted((a, b) => a.at - b.at),
    { asOf, knownAt: now },
  )
const promise = (day: string, status: string, due: string, thing = 'p') => fact('promise', thing, day, { status, due })

describe('promises', () => {
  const arcs = (facts: Fact[], asOf = now) => promiseArcs(seen(facts, asOf), axis, asOf)

  it('are arcs from the day they were made to the day they are due, or dots where that is narrow', () => {
    const [wide, narrow] = arcs(
      [promise('2025-03-01', 'open', '2025-09-01', 'a'), promise('2025-06-01', 'open', '2025-06-04', 'b')],
      at('2025-06-05'),
    )
    expect(wide).toMatchObject({
      state: 'open',
      isDot: false,
      from: axis.x(at('2025-03-01')),
      due: axis.x(at('2025-09-01')),
    })
    expect(wide?.threadTo).toBeUndefined()
    expect(narrow?.isDot).toBe(true)
  })

  it('of a broken one have a thread until today', () => {
    expect(arcs([promise('2025-03-01', 'open', '2025-06-01')])[0]).toMatchObject({
      state: 'broken',
      threadTo: axis.x(now),
    })
  })

  it('of one kept late have a thread until somebody settled it, and before that it was broken', () => {
    const late = [promise('2025-03-01', 'open', '2025-06-01'), promise('2025-08-01', 'kept-late', '2025-06-01')]
    expect(arcs(late)[0]).toMatchObject({ state: 'late', threadTo: axis.x(at('2025-08-01')) })
    expect(arcs(late, at('2025-07-01'))[0]).toMatchObject({ state: 'broken', threadTo: axis.x(at('2025-07-01')) })
  })

  it('kept in time, or put off in time, have none', () => {
    const kept = [promise('2025-03-01', 'open', '2025-06-01'), promise('2025-05-01', 'kept', '2025-06-01')]
    const putOff = [promise('2025-03-01', 'open', '2025-06-01', 'q'), promise('2025-05-01', 'open', '2026-06-01', 'q')]
    expect(arcs([...kept, ...putOff]).map(({ state, threadTo }) => [state, threadTo])).toEqual([
      ['kept', undefined],
      ['open', undefined],
    ])
  })
})

describe('income', () => {
  const income = (day: string, minor: number) => fact('income', day, day, {}, { minor })
  const bars = (facts: Fact[], most: number) =>
    incomeBars(seen(facts), { axis, height: 20, most, word: (minor) => `€${minor}` })

  it('is as high as its root, and has its amount where that touches no other', () => {
    const [a, b, c] = bars([income('2025-02-01', 100), income('2025-02-10', 400), income('2025-09-01', 25)], 400)
    expect([a?.height, b?.height, c?.height]).toEqual([10, 20, 5])
    expect([a?.label, b?.label, c?.label]).toEqual([undefined, '€400', '€25'])
  })

  it('without a rate says its currency', () => {
    const [bar] = bars([fact('income', 'x', '2025-02-01', {}, { unvalued: 'ISK' })], 400)
    expect(bar).toMatchObject({ label: 'ISK' })
    expect(bar?.minor).toBeUndefined()
  })
})

describe('people', () => {
  const post = (day: string, since: string, until?: string) =>
    fact('post', 'k', day, { since, ...(until && { until }) })

  it('come and go on the day that is said of them', () => {
    const marks = personMarks(
      seen([post('2025-03-10', '2025-03-01'), post('2025-09-10', '2025-03-01', '2025-08-31')]),
      axis,
      now,
    )
    expect(marks.map(({ x, came }) => [x, came])).toEqual([
      [axis.x(at('2025-03-01')), true],
      [axis.x(at('2025-08-31')), false],
    ])
  })

  it('that came before the picture begins are no arrivals, and who leaves later has not left', () => {
    const later = [post('2025-03-10', '2016-01-01', '2026-06-30')]
    expect(personMarks(seen(later), axis, now)).toEqual([])
  })
})

describe('projects', () => {
  const lanes = (facts: Fact[]) => projectLanes(seen(facts), { axis, most: 20 })

  it('are known from a day on, decided on another, and last into the future', () => {
    const [span] = lanes([
      fact('project', 'a', '2025-03-01', {
        name: 'New wing',
        status: 'open',
        decidesOn: '2026-03-01',
        startsOn: '2026-06-01',
      }),
    ])
    expect(span).toMatchObject({
      state: 'open',
      known: axis.x(at('2025-03-01')),
      decides: axis.x(at('2026-03-01')),
      ends: axis.x(at('2026-06-01')),
      label: { text: 'New wing', anchor: 'start' },
    })
  })

  it('are packed so that neither spans nor names touch', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 300 })), {
      minLength: 2,
      maxLength: 12,
    })
    fc.assert(
      fc.property(days, (all) => {
        const facts = all.map(([learned, decides], n) => {
          const day = (after: number) => new Date(at('2025-01-02') + after * 86_400_000).toISOString().slice(0, 10)
          return fact('project', String(n), day(learned), {
            name: 'A project of some length',
            status: 'open',
            decidesOn: day(learned + decides),
          })
        })
        const boxes = lanes(facts).map(({ known, ends, lane, label }) => {
          const width = label ? textWidth(label.text) : 0
          return label?.anchor === 'end'
            ? { lane, from: label.x - width, to: ends }
            : { lane, from: known, to: (label?.x ?? ends) + width }
        })
        for (const [n, a] of boxes.entries())
          for (const b of boxes.slice(n + 1)) expect(a.lane === b.lane && a.from < b.to && a.to > b.from).toBe(false)
      }),
    )
  })
})

describe('a name left of its row', () => {
  it.each([
    ['Norge', ['Norge']],
    ['Deutschland und Österreich', ['Deutschland und', 'Österreich']],
    ['Rheinland-Pfalz und Hessen', ['Rheinland-Pfalz und', 'Hessen']],
    ['Suurkeittiöpalveluyksikkö', ['Suurkeittiöpalveluyk…']],
    ['Deutschland, Österreich und die Schweiz', ['Deutschland,', 'Österreich und die S…']],
  ])('stands on as many lines as it takes, two at most: %s', (name, lines) => {
    expect(onTwoLines(name, 21)).toEqual(lines)
  })
})
