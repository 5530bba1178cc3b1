/** Names in a text are found though languages bend them, and nobody is guessed where two could be meant. */
import { describe, expect, it } from '@jest/globals'
import { isCalled, meantBy, namedIn, recordAt, stemsIn } from './guess.js'

const people = [
  { name: 'Maria Koskela' },
  { name: 'Marko Lahti' },
  { name: 'Jan Öberg' },
  { name: 'Maria Lindqvist' },
  { name: 'Tuomo Virtanen' },
]

describe('the record that a text names', () => {
  const row = (name: string) => ({ id: name, name })
  const lodges = [row('Revontulimaja Group Oy'), row('Revontulimaja Etelä Oy')]

  it('is the one that a word begins a word of', () => {
    expect(meantBy([{ stem: 'kuohuran', rows: [row('Hotelli Kuohuranta Oy')] }])?.name).toBe('Hotelli Kuohuranta Oy')
    expect(meantBy([{ stem: 'rang', rows: [row('Restauranggruppen Sju Tallrikar AB')] }])).toBeUndefined()
  })

  it('is none where a word names several, unless another word says which', () => {
    const several = { stem: 'revontuli', rows: lodges }
    expect(meantBy([several])).toBeUndefined()
    expect(meantBy([{ stem: 'havs', rows: [row('Havskår Rederi ASA')] }, several])).toBeUndefined()
    expect(meantBy([{ stem: 'ete', rows: [row('Revontulimaja Etelä Oy')] }, several])?.name).toBe(
      'Revontulimaja Etelä Oy',
    )
  })
})

describe('names in a text', () => {
  it('are asked for by what does not change when they are bent', () => {
    expect(stemsIn('Kävin Kuohurannan keittiössä')).toEqual(['kuohuran', 'kävi'])
    expect(stemsIn('nothing in capitals')).toEqual([])
  })

  it('are a few, the latest first, each once', () => {
    expect(stemsIn('Alpha Bravo Charlie Delta Echo Echo')).toEqual(['echo', 'delt', 'char', 'brav'])
  })

  it.each([
    ['Koskelan kanssa lounaalla', ['Maria Koskela']],
    ['Met Marko and Öberg', ['Marko Lahti', 'Jan Öberg']],
    ['Lindqvists kök', ['Maria Lindqvist']],
    ['Soitin Markolle', ['Marko Lahti']],
    ['Tapasin Virtasen', ['Tuomo Virtanen']],
  ])('name people: %s', (text, names) => {
    expect(namedIn(text, people).map(({ name }) => name)).toEqual(names)
  })

  it.each(['Maria was there', 'Market prices rose', 'we met koskela'])(
    'name nobody where it is not sure: %s',
    (text) => {
      expect(namedIn(text, people)).toEqual([])
    },
  )
})

describe('a name that is typed', () => {
  it.each([
    ['Revontulimaja Gr', true],
    ['gr revon ', true],
    ['Revontulimaja Poh', false],
    ['ontuli', false],
  ])('fits what begins so: %s', (typed, fits) => {
    expect(isCalled('Revontulimaja Group Oy', typed)).toBe(fits)
  })
})

describe('where one is', () => {
  it.each([
    ['/customers/c1', {}, 'customer-c1'],
    ['/contacts/p1', {}, 'contact-p1'],
    ['/opportunities/o1', {}, 'opportunity-o1'],
    ['/customers', { at: 'c2' }, 'customer-c2'],
    ['/customers', {}, undefined],
    ['/figures', { at: 'x' }, undefined],
  ])('says whom a note is about: %s', (pathname, search, record) => {
    expect(recordAt(pathname, search)).toBe(record)
  })
})
