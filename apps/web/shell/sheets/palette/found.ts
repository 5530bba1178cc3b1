/** What a search found, in groups of a kind each, and where each leads. */
import type { Answer } from '../../../api/questions.js'
import { nameOf } from '../../../components/name.js'

export interface Found {
  key: string
  name: string
  about: string
  /** Goes there, or does it. */
  does: { address: string; search?: Record<string, string> } | (() => void)
}

export const kindsFound = ['customers', 'people', 'opportunities', 'writing', 'places', 'commands'] as const
export type KindFound = (typeof kindsFound)[number]

export type Groups = Readonly<Partial<Record<KindFound, readonly Found[]>>>
export type Counts = Readonly<Partial<Record<KindFound, string>>>

const listOf = { customers: 'customers', people: 'contacts', opportunities: 'opportunities', writing: 'notes' } as const

/** Of kinds of which more was found than is shown: how much in all, or that it is more. */
export function beyond(answer: Answer<'/api/v1/search'>, number: (value: number) => string): Counts {
  const told = Object.entries(listOf).flatMap(([kind, list]) => {
    const { rows = [], next, total } = answer[list] ?? {}
    if (next === undefined) return []
    return [[kind, total === undefined ? `${number(rows.length)}+` : number(total)] as const]
  })
  return Object.fromEntries(told)
}

/** @param countryOf its name, of its code */
export function recordsIn(
  { customers, contacts, opportunities, notes }: Answer<'/api/v1/search'>,
  countryOf: (code: string) => string,
): Groups {
  return {
    customers: (customers?.rows ?? []).map(({ id, name, city, country }) => ({
      key: id,
      name: name ?? id,
      about: [city, country && countryOf(country)].filter(Boolean).join(', '),
      does: { address: `/customers/${id}` },
    })),
    people: (contacts?.rows ?? []).map(({ id, name, title, customers: at = [] }) => ({
      key: id,
      name: nameOf(name) ?? id,
      about: [nameOf(title), at[0]?.name].filter(Boolean).join(', '),
      does: { address: `/contacts/${id}` },
    })),
    opportunities: (opportunities?.rows ?? []).map(({ id, name, customer }) => ({
      key: id,
      name: nameOf(name) ?? id,
      about: customer?.name ?? '',
      does: { address: `/opportunities/${id}` },
    })),
    writing: (notes?.rows ?? []).map(({ event, position, summary, customer, kindName }) => ({
      key: event,
      name: nameOf(summary) ?? '',
      about: [kindName, customer.name].filter(Boolean).join(', '),
      does: { address: `/customers/${customer.id}`, search: { event: position } },
    })),
  }
}
