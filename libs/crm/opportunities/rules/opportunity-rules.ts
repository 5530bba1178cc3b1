/** What holds of an opportunity whoever says it and however: as a command, or restating what was said. */
import { type Deciding, differing, type Money, type PricedMoney } from '#kernel'
import { isListedProduct, isOpenUnit, isPresentMember } from '../../organization/organization.reference.js'
import { price, statedMoney } from '../../organization/rates.reference.js'
import {
  type Credit,
  type CreditShared,
  type LinesSet,
  type OpportunityFields,
  type OpportunityOpening,
  type Profile,
  profileStages,
} from '../opportunity.events.js'
import type { LineToSell } from '../opportunity-requests.js'
import { opportunityRefusals as refuse } from './opportunity-refusals.js'

type Stated<V> = { value?: V }

export const hasStage = (profile: Profile, stage: unknown): boolean =>
  (profileStages[profile] as readonly unknown[]).includes(stage)

/** @throws DomainError, as all of these */
export function requireStage(profile: Profile, stage: string): void {
  if (!hasStage(profile, stage)) refuse('stage-of-other-profile', { stages: profileStages[profile] })
}

function requireMembers(members: readonly (string | undefined)[], { present }: Deciding, field: string): void {
  const unknown = members.filter((id) => id !== undefined && !isPresentMember(id, present))
  if (unknown.length > 0) refuse('opportunity-member-unknown', { members: unknown, field })
}

function requireUnits(units: readonly string[], { present }: Deciding, field: string): void {
  const unknown = units.filter((id) => !isOpenUnit(id, present))
  if (unknown.length > 0) refuse('opportunity-unit-unknown', { units: unknown, field })
}

function requireProducts(products: readonly (string | undefined)[], { present }: Deciding, field: string): void {
  const unknown = products.filter((id) => id !== undefined && !isListedProduct(id, present))
  if (unknown.length > 0) refuse('opportunity-product-unknown', { products: unknown, field })
}

/** Whom and what the terms name is there. */
async function requireTerms({ owner, product, contacts, customerProject }: OpportunityFields, by: Deciding) {
  requireMembers([owner], by, 'owner')
  requireProducts([product], by, 'product')
  for (const id of contacts ?? [])
    if (!(await by.exists(`contact-${id}`))) refuse('opportunity-contact-unknown', { id, field: 'contacts' })
  if (customerProject !== undefined && !(await by.exists(`customerproject-${customerProject}`)))
    refuse('opportunity-project-unknown', { field: 'customerProject' })
}

/** The value as of the day of what is decided, whatever it was priced at before. */
export function valued(value: Money, unit: string | undefined, by: Deciding): PricedMoney {
  return value.amountMinor < 0 ? refuse('value-below-zero', { field: 'value' }) : price(statedMoney(value), unit, by)
}

export function wonValue(value: Money | undefined, unit: string | undefined, by: Deciding): PricedMoney | undefined {
  if (value === undefined) return undefined
  return value.amountMinor === 0 ? refuse('win-worth-nothing', { field: 'value' }) : valued(value, unit, by)
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
  if (unit !== undefined) requireUnits([unit], by, 'unit')
  requireStage(said.profile, said.stage)
  await requireTerms(terms, by)
  if (customer !== undefined && !(await by.exists(`customer-${customer}`)))
    return refuse('opportunity-customer-unknown', { field: 'customer' })
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
    'lines',
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
    'shares',
  )
  requireUnits(
    others.map(({ unit }) => unit),
    by,
    'shares',
  )
  return { shares }
}
