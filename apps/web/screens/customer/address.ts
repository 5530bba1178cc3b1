/** What the page of a customer shows besides the moment, as its address carries it. */
import { isDay } from '../../api/address.js'
import { type ZoomAddress, zoomIn } from '../../score/moving/zoom-address.js'

export const tabs = ['timeline', 'people', 'standing', 'about'] as const
/** Parts of the page that a phone shows one at a time. */
export type Tab = (typeof tabs)[number]

export interface CustomerAddress extends ZoomAddress {
  /** Event shown over the page: its position, or the stream of a record. */
  event?: string
  /** Words that occur in what was written. */
  text?: string
  /** Touchpoint kind, or type of an event. */
  kind?: string
  /** Selling unit. */
  unit?: string
  function?: string
  /** Member who recorded it or was present. */
  who?: string
  /** Contact who was present. */
  contact?: string
  /** First and last day. */
  from?: string
  to?: string
  tab?: Tab
}

const names = ['event', 'text', 'kind', 'unit', 'function', 'who', 'contact', 'from', 'to'] as const

/** What is no text, and a day that is none, is left out. */
export function customerAddressIn(search: Record<string, unknown>): CustomerAddress {
  const texts = names.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' ? String(value) : value
    const isMeant = typeof text === 'string' && text !== '' && (!/^(from|to)$/.test(name) || isDay(text))
    return isMeant ? [[name, text]] : []
  })
  const tab = tabs.find((each) => each === search.tab)
  return { ...(Object.fromEntries(texts) as CustomerAddress), ...zoomIn(search), ...(tab && { tab }) }
}

/** What the timeline is asked for. */
export const timelineAsked = ({ text, kind, unit, function: by, who, contact, from, to }: CustomerAddress) => ({
  ...{ text, kind, unit, function: by as 'sales' | undefined, member: who, contact, from, to },
})

/** Nothing of the timeline's filter. */
export const unfiltered: { [K in Exclude<keyof CustomerAddress, 'event' | 'tab' | 'zoom'>]-?: undefined } = {
  text: undefined,
  kind: undefined,
  unit: undefined,
  function: undefined,
  who: undefined,
  contact: undefined,
  from: undefined,
  to: undefined,
}

export const isFiltered = (address: CustomerAddress): boolean =>
  Object.keys(unfiltered).some((name) => address[name as keyof typeof unfiltered] !== undefined)
