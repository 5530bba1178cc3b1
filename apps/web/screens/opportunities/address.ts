/** What is shown of the opportunities, as the address carries it. */
import { isDay, textsIn } from '../../api/address.js'
import type { Schemas } from '../../api/questions.js'

type Deal = Schemas['OpportunitiesAnswer']['rows'][number]

export const dealViews = ['board', 'table', 'moved'] as const
export type DealView = (typeof dealViews)[number]

export const profiles = ['product-sale', 'project-sale'] as const satisfies readonly Deal['profile'][]
export const dealStatuses = ['open', 'won', 'lost'] as const satisfies readonly Deal['status'][]

export interface OpportunitiesAddress {
  /** The board unless told. */
  view?: DealView
  /** Both kinds of sale when absent. */
  profile?: Deal['profile']
  /** Of the table: open ones unless told; `all` for all. */
  status?: Deal['status'] | 'all'
  /** Selling unit; `group` for all of them, whatever the reader usually looks at. */
  unit?: string
  /** In the grammar of the lists. */
  filter?: string
  /** A field, with `-` in front for the greatest first. */
  sort?: string
  /** Beginnings of words. */
  search?: string
  /** Day since which is asked what moved; a week ago unless told. */
  since?: string
}

const names = ['view', 'profile', 'status', 'unit', 'filter', 'sort', 'search', 'since'] as const

/** What says nothing is left out. */
export function opportunitiesAddressIn(search: Record<string, unknown>): OpportunitiesAddress {
  const { view, profile, status, since, ...texts } = textsIn(search, names)
  const shown = {
    view: dealViews.find((one) => one === view),
    profile: profiles.find((one) => one === profile),
    status: [...dealStatuses, 'all' as const].find((one) => one === status),
    since: isDay(since) ? since : undefined,
  }
  return { ...texts, ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)) }
}

const dayMs = 86_400_000
const usualDays = 7

/** @param today ISO day */
export const sinceOf = ({ since }: OpportunitiesAddress, today: string): string =>
  since ?? new Date(Date.parse(today) - usualDays * dayMs).toISOString().slice(0, 10)
