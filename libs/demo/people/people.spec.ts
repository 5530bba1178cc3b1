/** Contacts and members are invented people with names, addresses and roles of their own. */
import { describe, expect, it } from '@jest/globals'
import { demoCompanies } from '../customers/companies.js'
import { seededRandom } from '../random.js'
import { textLanguages } from '../texts/vocabulary.js'
import { contactWriter } from './contacts.js'
import { demoUnits, inventedMembers, memberRoles } from './members.js'
import { contactLevels, inventedRoles } from './posts.js'

const contactsFor = (seed: number, perCompany: number) => {
  const random = seededRandom(seed)
  const companies = demoCompanies(random)
  const write = contactWriter(random)
  return companies.flatMap((company) => Array.from({ length: perCompany }, () => ({ company, ...write(company) })))
}
const contacts = contactsFor(1, 5)

describe('demo contacts', () => {
  it('have names and email addresses of their own', () => {
    expect(contacts).toHaveLength(400)
    expect(new Set(contacts.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBe(400)
    expect(new Set(contacts.map(({ email }) => email)).size).toBe(400)
  })

  it('have addresses in the reserved domain of their employer', () => {
    const elsewhere = contacts.filter(({ email, company }) => !email.endsWith(`@${company.slug}.example`))
    expect(elsewhere).toEqual([])
    expect(contacts.filter(({ email }) => !/^[a-z]+\.[a-z]+@[a-z0-9-]+\.example$/.test(email))).toEqual([])
  })

  it.each([
    ['SE', /^\+46 (70 17406(0[5-9]|[1-9]\d)|8 465004\d\d|31 39006\d\d|40 62804\d\d)$/],
    ['DE', /^\+49 (30 23125|40 66969|69 90009|89 99998|221 4710)\d{3}$/],
    ['FI', /^\+358 00\d{6}$/],
    ['NO', /^\+47 00\d{6}$/],
    ['EE', /^\+372 00\d{6}$/],
    ['DK', /^\+45 00\d{6}$/],
  ])('of %s have phone numbers that reach nobody', (country, range) => {
    const phones = contacts.filter(({ company }) => company.country === country).map(({ phone }) => phone)
    expect(phones.length).toBeGreaterThan(0)
    expect(phones.filter((phone) => !range.test(phone))).toEqual([])
  })

  it('cover every level and buying role, none twice on one person', () => {
    expect(new Set(contacts.map(({ level }) => level))).toEqual(new Set(contactLevels))
    expect(new Set(contacts.flatMap((contact) => contact.buyingRoles))).toEqual(new Set(inventedRoles))
    expect(contacts.filter((contact) => new Set(contact.buyingRoles).size < contact.buyingRoles.length)).toEqual([])
  })

  it('hold posts that exist in their sector', () => {
    const titles = (sector: string) =>
      new Set(
        contactsFor(2, 8)
          .filter(({ company }) => company.sector === sector)
          .map(({ title }) => title),
      )
    expect(titles('marine')).toContain('Tekninen tarkastaja')
    expect(titles('hospitality')).toContain('Keittiömestari')
    expect(titles('hospitality')).not.toContain('Tekninen tarkastaja')
  })

  it('are the same for a seed', () => {
    expect(contactsFor(3, 2)).toEqual(contactsFor(3, 2))
  })

  it('run out with an error when a country has no name left', () => {
    const write = contactWriter(seededRandom(4))
    const employer = { slug: 'kadaka', country: 'EE', sector: 'marine' } as const
    for (let count = 0; count < 100; count++) write(employer)
    expect(() => write(employer)).toThrow('names of EE are used up')
  })
})

describe('demo members', () => {
  it('are 16 people with names and keys of their own', () => {
    expect(inventedMembers).toHaveLength(16)
    expect(new Set(inventedMembers.map(({ name }) => name)).size).toBe(16)
    expect(new Set(inventedMembers.map(({ key }) => key)).size).toBe(16)
  })

  it('cover every role and language, and give each unit sales and service', () => {
    expect(new Set(inventedMembers.map(({ role }) => role))).toEqual(new Set(memberRoles))
    expect(new Set(inventedMembers.map(({ language }) => language))).toEqual(new Set(textLanguages))
    for (const unit of demoUnits) {
      const functions = inventedMembers.filter((member) => member.unit === unit).map((member) => member.function)
      expect(functions).toEqual(expect.arrayContaining(['sales', 'service']))
    }
  })
})
