/** Invented contact persons of the demo's customers: name, post, level, buying roles, email and phone. */
import type { CustomerCountry } from '../customers/business-ids.js'
import { type Company, lettersOnly } from '../customers/companies.js'
import type { Random } from '../random.js'
import type { InventedLanguage, PostKind } from '../texts/vocabulary.js'
import { namesByCountry } from './names.js'
import { phoneOf } from './phones.js'
import { type ContactLevel, type InventedPost, type InventedRole, postsOf } from './posts.js'

/** A contact as the demo registers it. */
export interface DemoContact {
  firstName: string
  lastName: string
  post: PostKind
  title: string
  level: ContactLevel
  buyingRoles: InventedRole[]
  /** In the reserved domain `.example`, so that no message ever arrives. */
  email: string
  phone: string
  language: InventedLanguage
}

/** What a contact depends on. */
export type Employer = Pick<Company, 'slug' | 'country' | 'sector'>

const languages: Readonly<Record<CustomerCountry, InventedLanguage>> = {
  FI: 'fi',
  SE: 'sv',
  DE: 'de',
  NO: 'nb',
  EE: 'en',
  DK: 'en',
}

/**
 * Opens a generator of contacts, all with names of their own.
 * It fails when a country's names are used up: 960 in FI, 784 in SE, DE and NO, 100 in EE and DK.
 */
export function contactWriter(random: Random): (employer: Employer) => DemoContact {
  const unusedByCountry = new Map<CustomerCountry, FullName[]>()
  return (employer) => {
    const unused = unusedByCountry.get(employer.country) ?? random.shuffle(allNames(employer.country))
    unusedByCountry.set(employer.country, unused)
    const name = unused.pop()
    if (name === undefined) throw new Error(`demo contacts: names of ${employer.country} are used up; add to the lists`)
    return contactOf(name, employer, random)
  }
}

interface FullName {
  firstName: string
  lastName: string
}

function allNames(country: CustomerCountry): FullName[] {
  const { first, last } = namesByCountry[country]
  return first.flatMap((firstName) => last.map((lastName) => ({ firstName, lastName })))
}

function contactOf(name: FullName, employer: Employer, random: Random): DemoContact {
  const post = random.pick(postsOf(employer.sector))
  const language = languages[employer.country]
  return {
    ...name,
    post: post.kind,
    title: post.titles[language],
    level: post.level,
    buyingRoles: rolesOf(post, random),
    email: `${lettersOnly(name.firstName)}.${lettersOnly(name.lastName)}@${employer.slug}.example`,
    phone: phoneOf(employer.country, random),
    language,
  }
}

function rolesOf({ roles: [first, ...further] }: InventedPost, random: Random): InventedRole[] {
  return further.length > 0 && random.chance(0.4) ? [first, random.pick(further)] : [first]
}
