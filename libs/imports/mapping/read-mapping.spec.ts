/** A mapping that is wrong says where and what, all at once, before any data is read. */

import { describe, expect, it } from '@jest/globals'
import { say } from '#kernel'
import { mappingOf } from '#test/import/testing.js'
import { MappingFault } from '../problem.js'
import type { TargetCatalogue } from '../targets.js'
import { checkMapping } from './check-mapping.js'

const catalogue: TargetCatalogue = {
  customer: {
    fields: {
      name: { kind: 'label', required: true },
      since: { kind: 'day' },
      tags: { kind: 'list', of: { kind: 'label' } },
      parent: { kind: 'reference', target: 'customer' },
    },
  },
}

const good = `kumppani-mapping: 1
source: old-crm
files:
  people: { name: people.csv }
rows:
  - file: people
    records:
      - target: customer
        key: id
        at: before
        fields:
          name: Name
`

function problemsOf(text: string) {
  try {
    checkMapping(mappingOf(text), catalogue)
  } catch (error) {
    if (error instanceof MappingFault)
      return error.problems.map(({ line, path, sentence }) => [line, path, say(sentence, 'en')])
    throw error
  }
  return []
}

const withField = (field: string) => problemsOf(good.replace('name: Name', `name: Name\n          ${field}`))
const sentences = (problems: unknown[][]) => problems.map((problem) => problem[2])

describe('a mapping', () => {
  it('is accepted when it is whole', () => {
    expect(problemsOf(good)).toEqual([])
  })

  it('keeps every scalar as it is written', () => {
    const text = good.replace('rows:', 'values: { t: { NO: 1.10, 007: yes } }\nrows:')
    expect(mappingOf(text).mapping.values?.t).toEqual({ NO: '1.10', '007': 'yes' })
  })

  it('names the line of broken YAML', () => {
    expect(problemsOf(good.replace('source: old-crm', 'source: [old-crm'))[0]?.[0]).toBeGreaterThan(1)
    expect(problemsOf(`${good}source: twice\n`)[0]?.[0]).toBe(13)
  })

  it('refuses an unknown key, with its line, its path and what is known', () => {
    const [problem] = problemsOf(good.replace('at: before', 'at: before\n        comment: x'))
    expect(problem?.slice(0, 2)).toEqual([11, 'rows[0].records[0].comment'])
    expect(problem?.[2]).toContain('known are target, when, key')
  })

  it('tells everything that is wrong at once', () => {
    const text = good.replace('source: old-crm', 'source: old crm').replace('        at: before\n', '')
    expect(problemsOf(text).map(([line, path]) => [line, path])).toEqual([
      [2, 'source'],
      [8, 'rows[0].records[0]'],
    ])
  })

  it('tells the first problems, and how many more there are', () => {
    const unknown = Array.from({ length: 6000 }, (_, at) => `k${at}: 1\n`).join('')
    const problems = problemsOf(`${good}${unknown}`)
    expect(problems).toHaveLength(21)
    expect(problems[0]?.[1]).toBe('k0')
    expect(problems.at(-1)?.[2]).toContain('5,980 more problems')
  })

  it('refuses hidden characters with their line', () => {
    expect(problemsOf(good.replace('people.csv', 'people\u202e.csv'))[0]?.[0]).toBe(4)
  })

  it('refuses an explosion of aliases', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`)
    expect(problemsOf(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toHaveLength(1)
  })

  it('refuses names that nothing declares', () => {
    expect(problemsOf(good.replace('- file: people', '- file: persons'))[0]?.[1]).toBe('rows[0].file')
    expect(problemsOf(good.replace('target: customer', 'target: client'))[0]?.[2]).toContain('there are customer')
    expect(withField('phone: Phone')[0]?.[2]).toContain('it has name, since, tags, parent')
    expect(withField('tags: { column: a, of: team, split: ";" }')[0]?.[2]).toContain('no join "team"')
    expect(withField('tags: { each: [{ column: a, values: none }] }')[0]?.[2]).toContain('no value table')
  })

  it('refuses a mapping that leaves out a needed field', () => {
    expect(sentences(problemsOf(good.replace('name: Name', 'since: { column: a, date: ISO }')))).toEqual([
      'the field "name" of customer is needed',
    ])
  })

  it('asks for the format of dates', () => {
    expect(withField('since: Since')[0]?.[2]).toContain('the format of dates is not declared')
    expect(withField('since: { column: Since, date: ISO }')).toEqual([])
  })

  it.each([
    ['parent: { column: a, constant: b }', 'this has column and constant'],
    ['parent: { values: { a: b } }', 'this has none'],
    ['parent: { amount: a }', '"amount" is for money only'],
    ['tags: { key: [a, b] }', '"key" is for references only'],
    ['parent: { column: a, split: ";" }', 'name a "part"'],
    ['parent: { column: a, part: 1 }', '"part" belongs to "split"'],
    ['parent: { column: a, otherwise: keep }', '"otherwise" belongs to "values"'],
    ['since: { column: a, date: M/D/YX }', 'the date format holds letters'],
    ['since: { column: a, date: M/D/YY }', 'the date format has years of two digits'],
  ])('refuses %s', (field, sentence) => {
    expect(withField(field)[0]?.[2]).toContain(sentence)
  })

  it.each([
    ['encoding: klingon', 'is no encoding'],
    ['dates: DD.MM', 'needs at least YYYY'],
    ['currency: EURO', 'is no ISO 4217'],
    ['zone: Mars/Base', 'is no IANA'],
    ['thousands: "."', 'are the same'],
    [`quote: ","`, 'must differ'],
  ])('refuses the format %s', (format, sentence) => {
    expect(problemsOf(good.replace('files:', `formats: { ${format} }\nfiles:`))[0]?.[2]).toContain(sentence)
  })

  it.each([
    ['source: old-crm', 'source: 1st', 'must be a name: 1–80 letters'],
    ['source: old-crm', 'source: [a]', 'must be a name: 1–80 letters'],
    ['source: old-crm', `source: ${'a'.repeat(81)}`, 'must be a name: 1–80 letters'],
    ['files:', 'formats: { pivot: "50" }\nfiles:', 'must be a year from 1900 to 2099'],
    ['files:', 'formats: { delimiter: "||" }\nfiles:', 'must be one character, such as ";"'],
    ['files:', 'formats: { delimiter: "" }\nfiles:', 'must be one character, such as ";"'],
    ['files:', 'formats: { thousands: "  " }\nfiles:', 'must be one character, or empty'],
    ['files:', 'formats: { dates: { a: b } }\nfiles:', 'must be a text or a list of texts'],
    ['files:', 'formats: { currency: "" }\nfiles:', 'must not be empty'],
    ['files:', 'vanishedAtMost: "0"\nfiles:', 'whole number of per cent from 1 to 100'],
    ['files:', 'values: { "1": { a: b } }\nfiles:', 'must be a name: 1–80 letters'],
    ['files:', 'values: {}\nfiles:', 'must have at least one entry'],
    ['at: before', 'at: [before]', 'must be the name of a column, or have parts'],
    ['at: before', 'at: { column: a, part: "0" }', 'must be a whole number from 1 to 99999'],
    ['at: before', 'at: { column: a, times: many }', 'must be a number such as 1000 or -0.01'],
    ['at: before', 'at: { column: a, round: "10" }', 'must be one digit, 0 to 9'],
    ['at: before', 'at: { column: a, values: [b] }', 'must be the name of a table under "values"'],
    ['at: before', 'at: before\n        when: never', 'must be a condition'],
    ['at: before', 'at: before\n        when: []', 'must have at least one entry'],
  ])('says what is expected in the place of %j where it is %j', (there, instead, sentence) => {
    expect(sentences(problemsOf(good.replace(there, instead)))).toEqual([expect.stringContaining(sentence)])
  })

  it('refuses a condition that says nothing, or too much', () => {
    const when = (condition: string) => problemsOf(good.replace('key: id', `key: id\n        when: ${condition}`))
    expect(when('{ column: a, is: b }')).toEqual([])
    expect(when('{ any: [{ column: a, is: b }, { column: a, empty: true }] }')).toEqual([])
    expect(when('{ column: a }')).toHaveLength(1)
    expect(when('{ column: a, is: b, isNot: c }')).toHaveLength(1)
    expect(when('{ is: b }')).toHaveLength(2)
  })
})
