/** The posts that contacts hold at customers: at which level, with which buying roles, and their titles by language. */
import type { InventedSector } from '../sectors.js'
import { type InventedLanguage, type PostKind, type Setting, settings } from '../texts/vocabulary.js'

export const contactLevels = ['strategic', 'operational'] as const
export type ContactLevel = (typeof contactLevels)[number]

export const inventedRoles = ['decision-maker', 'influencer', 'user', 'buyer', 'gatekeeper', 'champion'] as const
export type InventedRole = (typeof inventedRoles)[number]

/** A kind of post; `where` is left out for posts found at every customer. */
export interface InventedPost {
  kind: PostKind
  level: ContactLevel
  /** The roles that come with the post; a contact gets the first and perhaps one more. */
  roles: readonly [InventedRole, ...InventedRole[]]
  where?: Setting
  titles: Readonly<Record<InventedLanguage, string>>
}

const titles = (...[fi, sv, de, nb, en]: [string, string, string, string, string]) => ({ fi, sv, de, nb, en })

const posts: readonly InventedPost[] = [
  {
    kind: 'managing-director',
    level: 'strategic',
    roles: ['decision-maker', 'champion'],
    titles: titles(
      'Toimitusjohtaja',
      'Verkställande direktör',
      'Geschäftsführung',
      'Daglig leder',
      'Managing director',
    ),
  },
  {
    kind: 'finance-director',
    level: 'strategic',
    roles: ['decision-maker', 'gatekeeper'],
    titles: titles('Talousjohtaja', 'Ekonomichef', 'Kaufmännische Leitung', 'Økonomisjef', 'Finance director'),
  },
  {
    kind: 'purchasing-manager',
    level: 'strategic',
    roles: ['buyer', 'gatekeeper', 'decision-maker'],
    titles: titles('Hankintapäällikkö', 'Inköpschef', 'Leitung Einkauf', 'Innkjøpssjef', 'Purchasing manager'),
  },
  {
    kind: 'buyer',
    level: 'operational',
    roles: ['buyer', 'gatekeeper'],
    titles: titles('Ostaja', 'Inköpare', 'Sachbearbeitung Einkauf', 'Innkjøper', 'Buyer'),
  },
  {
    kind: 'facility-manager',
    level: 'operational',
    roles: ['influencer', 'user', 'champion'],
    titles: titles('Kiinteistöpäällikkö', 'Fastighetschef', 'Leitung Haustechnik', 'Eiendomssjef', 'Facility manager'),
  },
  {
    kind: 'head-chef',
    level: 'operational',
    roles: ['user', 'champion', 'influencer'],
    where: 'kitchen',
    titles: titles('Keittiömestari', 'Köksmästare', 'Küchenchef/in', 'Kjøkkensjef', 'Head chef'),
  },
  {
    kind: 'kitchen-supervisor',
    level: 'operational',
    roles: ['user', 'influencer'],
    where: 'kitchen',
    titles: titles(
      'Keittiön vuoroesihenkilö',
      'Arbetsledare, kök',
      'Schichtleitung Küche',
      'Skiftleder, kjøkken',
      'Kitchen supervisor',
    ),
  },
  {
    kind: 'head-of-food',
    level: 'strategic',
    roles: ['decision-maker', 'influencer'],
    where: 'kitchen',
    titles: titles(
      'Ruokapalvelujohtaja',
      'Måltidschef',
      'Leitung Gastronomie',
      'Matservicesjef',
      'Head of food services',
    ),
  },
  {
    kind: 'quality-manager',
    level: 'operational',
    roles: ['influencer', 'user'],
    where: 'laboratory',
    titles: titles('Laatupäällikkö', 'Kvalitetschef', 'Leitung Qualitätssicherung', 'Kvalitetssjef', 'Quality manager'),
  },
  {
    kind: 'laboratory-manager',
    level: 'strategic',
    roles: ['decision-maker', 'user', 'champion'],
    where: 'laboratory',
    titles: titles('Laboratoriopäällikkö', 'Laboratoriechef', 'Laborleitung', 'Laboratoriesjef', 'Laboratory manager'),
  },
  {
    kind: 'laboratory-engineer',
    level: 'operational',
    roles: ['user', 'influencer'],
    where: 'laboratory',
    titles: titles(
      'Laboratorioinsinööri',
      'Laboratorieingenjör',
      'Laboringenieur/in',
      'Laboratorieingeniør',
      'Laboratory engineer',
    ),
  },
  {
    kind: 'superintendent',
    level: 'strategic',
    roles: ['decision-maker', 'influencer'],
    where: 'ship',
    titles: titles(
      'Tekninen tarkastaja',
      'Teknisk inspektör',
      'Technische Inspektion',
      'Teknisk inspektør',
      'Technical superintendent',
    ),
  },
  {
    kind: 'chief-engineer',
    level: 'operational',
    roles: ['user', 'influencer'],
    where: 'ship',
    titles: titles('Konepäällikkö', 'Maskinchef', 'Leitung Maschine', 'Maskinsjef', 'Chief engineer'),
  },
  {
    kind: 'provision-master',
    level: 'operational',
    roles: ['user', 'champion'],
    where: 'ship',
    titles: titles('Talousmestari', 'Intendent', 'Proviantmeister/in', 'Forpleiningssjef', 'Provision master'),
  },
]

/** The posts that exist at customers of a sector; a shop has no kitchen to run. */
export function postsOf(sector: InventedSector): readonly InventedPost[] {
  const own = sector === 'retail' ? undefined : settings[sector]
  return posts.filter(({ where }) => where === undefined || where === own)
}

/** Who leads on is found among those who do the work. */
const promotions: Partial<Record<PostKind, PostKind>> = {
  buyer: 'purchasing-manager',
  'head-chef': 'head-of-food',
  'laboratory-engineer': 'laboratory-manager',
  'chief-engineer': 'superintendent',
}

/** The post that whoever holds one is promoted to, if any. */
export function promotionFrom(kind: PostKind): InventedPost | undefined {
  return posts.find((post) => post.kind === promotions[kind])
}
