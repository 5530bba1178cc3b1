/** What holds of an opportunity whoever says it and however: as a command, or restating what was said. */
import { type Deciding, defineRefusals, differing, type Money, type PricedMoney } from '#kernel'
import { isListedProduct, isOpenUnit, isPresentMember } from '../organization/organization.reference.js'
import { price, statedMoney } from '../organization/rates.reference.js'
import {
  type Credit,
  type CreditShared,
  type LinesSet,
  type OpportunityFields,
  type OpportunityOpening,
  type Profile,
  profileStages,
} from './opportunity.events.js'
import type { LineToSell } from './opportunity-requests.js'

export const opportunityRefusals = defineRefusals({
  'opportunity-exists': [
    'conflict',
    'This opportunity has been opened already.',
    {
      fi: 'Tämä myyntimahdollisuus on jo avattu.',
      sv: 'Affärsmöjligheten är redan öppnad.',
      de: 'Diese Verkaufschance ist schon eröffnet.',
      nb: 'Salgsmuligheten er allerede åpnet.',
    },
  ],
  'opportunity-unknown': [
    'not-found',
    'There is no such opportunity, or it is not yours to see.',
    {
      fi: 'Tällaista myyntimahdollisuutta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Affärsmöjligheten finns inte, eller så har du inte behörighet att se den.',
      de: 'Diese Verkaufschance gibt es nicht, oder Sie dürfen sie nicht sehen.',
      nb: 'Salgsmuligheten finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'opportunity-not-open': [
    'rule',
    'This opportunity is won or lost; reopen it first.',
    {
      fi: 'Tämä myyntimahdollisuus on voitettu tai hävitty; avaa se ensin uudelleen.',
      sv: 'Affärsmöjligheten är vunnen eller förlorad; öppna den igen först.',
      de: 'Diese Verkaufschance ist gewonnen oder verloren; eröffnen Sie sie zuerst wieder.',
      nb: 'Salgsmuligheten er vunnet eller tapt; åpne den igjen først.',
    },
  ],
  'opportunity-still-open': [
    'rule',
    'Only an opportunity that was won or lost can be reopened.',
    {
      fi: 'Vain voitetun tai hävityn myyntimahdollisuuden voi avata uudelleen.',
      sv: 'Bara en affärsmöjlighet som är vunnen eller förlorad kan öppnas igen.',
      de: 'Wieder eröffnet wird nur, was gewonnen oder verloren war.',
      nb: 'Bare en salgsmulighet som er vunnet eller tapt, kan åpnes igjen.',
    },
  ],
  'opportunity-customer-unknown': [
    'rule',
    'There is no such customer to sell to.',
    {
      fi: 'Tällaista asiakasta, jolle myydä, ei ole.',
      sv: 'Det finns ingen sådan kund att sälja till.',
      de: 'Diesen Kunden gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å selge til.',
    },
  ],
  'opportunity-unit-unknown': [
    'rule',
    'There is no such selling unit, or it is closed.',
    {
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
  'opportunity-member-unknown': [
    'rule',
    'There is no such member, or they have left.',
    {
      fi: 'Tällaista jäsentä ei ole, tai hän on lähtenyt.',
      sv: 'Medarbetaren finns inte, eller har slutat.',
      de: 'Dieses Mitglied gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Medarbeideren finnes ikke, eller har sluttet.',
    },
  ],
  'opportunity-product-unknown': [
    'rule',
    'There is no such product, or it was withdrawn.',
    {
      fi: 'Tällaista tuotetta ei ole, tai se on poistettu valikoimasta.',
      sv: 'Produkten finns inte, eller så är den indragen.',
      de: 'Dieses Produkt gibt es nicht, oder es ist zurückgezogen.',
      nb: 'Produktet finnes ikke, eller det er trukket tilbake.',
    },
  ],
  'opportunity-without-name': [
    'rule',
    'An opportunity needs a name.',
    {
      fi: 'Myyntimahdollisuus tarvitsee nimen.',
      sv: 'En affärsmöjlighet behöver ett namn.',
      de: 'Eine Verkaufschance braucht einen Namen.',
      nb: 'En salgsmulighet trenger et navn.',
    },
  ],
  'stage-of-other-profile': [
    'rule',
    'Opportunities of this profile do not have this stage.',
    {
      fi: 'Tämänlaisilla myyntimahdollisuuksilla ei ole tätä vaihetta.',
      sv: 'Affärsmöjligheter av det här slaget har inte det här steget.',
      de: 'Verkaufschancen dieser Art haben diese Stufe nicht.',
      nb: 'Salgsmuligheter av denne typen har ikke dette trinnet.',
    },
  ],
  'lines-in-several-currencies': [
    'rule',
    'A value can follow lines only when there are some, all in one currency.',
    {
      fi: 'Arvo voi seurata rivejä vain, kun niitä on ja kaikki ovat samassa valuutassa.',
      sv: 'Ett värde kan följa raderna bara när det finns några, alla i samma valuta.',
      de: 'Ein Wert folgt den Zeilen nur, wenn es welche gibt, alle in einer Währung.',
      nb: 'En verdi kan følge linjene bare når det finnes noen, alle i samme valuta.',
    },
  ],
  'credit-not-whole': [
    'rule',
    'The shares of a credit make 100 per cent together.',
    {
      fi: 'Osuuksien on oltava yhteensä 100 prosenttia.',
      sv: 'Andelarna ska vara 100 procent tillsammans.',
      de: 'Die Anteile ergeben zusammen 100 Prozent.',
      nb: 'Andelene skal være 100 prosent til sammen.',
    },
  ],
  'credit-repeated': [
    'rule',
    'A member has one share for each unit.',
    {
      fi: 'Jäsenellä on yksi osuus kutakin yksikköä kohti.',
      sv: 'En medarbetare har en andel för varje enhet.',
      de: 'Ein Mitglied hat je Einheit einen Anteil.',
      nb: 'En medarbeider har én andel for hver enhet.',
    },
  ],
  'opportunity-contact-unknown': [
    'rule',
    'There is no such contact.',
    {
      fi: 'Tällaista yhteyshenkilöä ei ole.',
      sv: 'Kontaktpersonen finns inte.',
      de: 'Diese Kontaktperson gibt es nicht.',
      nb: 'Kontaktpersonen finnes ikke.',
    },
  ],
  'opportunity-project-unknown': [
    'rule',
    'There is no such project of a customer.',
    {
      fi: 'Tällaista asiakkaan hanketta ei ole.',
      sv: 'Kundprojektet finns inte.',
      de: 'Dieses Kundenprojekt gibt es nicht.',
      nb: 'Kundeprosjektet finnes ikke.',
    },
  ],
  'value-below-zero': [
    'rule',
    'What is sold is worth nothing at least; a win is worth more.',
    {
      fi: 'Myytävän arvo on vähintään nolla; voiton arvo on enemmän.',
      sv: 'Det som säljs är värt minst noll; en vinst är värd mer.',
      de: 'Was verkauft wird, ist mindestens null wert; ein Gewinn ist mehr wert.',
      nb: 'Det som selges, er verdt minst null; en vunnet sak er verdt mer.',
    },
  ],
})
const refuse = opportunityRefusals

type Stated<V> = { value?: V }

export const hasStage = (profile: Profile, stage: unknown): boolean =>
  (profileStages[profile] as readonly unknown[]).includes(stage)

/** @throws DomainError, as all of these */
export function requireStage(profile: Profile, stage: string): void {
  if (!hasStage(profile, stage)) refuse('stage-of-other-profile', { stages: profileStages[profile] })
}

function requireMembers(members: readonly (string | undefined)[], { present }: Deciding): void {
  const unknown = members.filter((id) => id !== undefined && !isPresentMember(id, present))
  if (unknown.length > 0) refuse('opportunity-member-unknown', { members: unknown })
}

function requireUnits(units: readonly string[], { present }: Deciding): void {
  const unknown = units.filter((id) => !isOpenUnit(id, present))
  if (unknown.length > 0) refuse('opportunity-unit-unknown', { units: unknown })
}

function requireProducts(products: readonly (string | undefined)[], { present }: Deciding): void {
  const unknown = products.filter((id) => id !== undefined && !isListedProduct(id, present))
  if (unknown.length > 0) refuse('opportunity-product-unknown', { products: unknown })
}

/** Whom and what the terms name is there. */
async function requireTerms({ owner, product, contacts, customerProject }: OpportunityFields, by: Deciding) {
  requireMembers([owner], by)
  requireProducts([product], by)
  for (const id of contacts ?? [])
    if (!(await by.exists(`contact-${id}`))) refuse('opportunity-contact-unknown', { id })
  if (customerProject !== undefined && !(await by.exists(`customerproject-${customerProject}`)))
    refuse('opportunity-project-unknown')
}

/** The value as of the day of what is decided, whatever it was priced at before. */
export function valued(value: Money, unit: string | undefined, by: Deciding): PricedMoney {
  return value.amountMinor < 0 ? refuse('value-below-zero') : price(statedMoney(value), unit, by)
}

export function wonValue(value: Money | undefined, unit: string | undefined, by: Deciding): PricedMoney | undefined {
  if (value === undefined) return undefined
  return value.amountMinor === 0 ? refuse('value-below-zero') : valued(value, unit, by)
}

/** What is said with its value priced. */
function withValue<T extends Stated<Money>>(said: T, unit: string | undefined, by: Deciding) {
  const { value, ...rest } = said
  return { ...rest, ...(value && { value: valued(value, unit, by) }) }
}

/** @param before what it said, when it is restated: what stood need not be there any longer */
export async function opening<T extends OpportunityOpening & Stated<Money>>(
  said: T,
  by: Deciding,
  before: object = {},
) {
  const { unit, customer, ...terms } = differing(said, before)
  if (unit !== undefined) requireUnits([unit], by)
  requireStage(said.profile, said.stage)
  await requireTerms(terms, by)
  if (customer !== undefined && !(await by.exists(`customer-${customer}`)))
    return refuse('opportunity-customer-unknown')
  return withValue(said, said.unit, by)
}

export async function changes<T extends OpportunityFields & Stated<Money> & { cleared?: string[] }>(
  said: T,
  unit: string | undefined,
  by: Deciding,
  before: object = {},
) {
  if (said.cleared?.includes('name')) return refuse('opportunity-without-name')
  await requireTerms(differing(said, before), by)
  return withValue(said, unit, by)
}

export function pricedLines(
  lines: readonly LineToSell[],
  unit: string | undefined,
  by: Deciding,
  before: readonly LineToSell[] = [],
): LinesSet {
  const stood = new Set(before.map(({ product }) => product))
  requireProducts(
    lines.map(({ product }) => product).filter((product) => !stood.has(product)),
    by,
  )
  return { lines: lines.map((line) => ({ ...line, price: price(statedMoney(line.price), unit, by) })) }
}

export function wholeCredit({ shares }: CreditShared, by: Deciding, before: readonly Credit[] = []): CreditShared {
  const keyOf = ({ member, unit }: Credit) => `${member} ${unit}`
  if (new Set(shares.map(keyOf)).size < shares.length) return refuse('credit-repeated')
  if (shares.reduce((sum, { percent }) => sum + percent, 0) !== 100) return refuse('credit-not-whole')
  const others = shares.filter((share) => !before.some((stood) => keyOf(stood) === keyOf(share)))
  requireMembers(
    others.map(({ member }) => member),
    by,
  )
  requireUnits(
    others.map(({ unit }) => unit),
    by,
  )
  return { shares }
}
