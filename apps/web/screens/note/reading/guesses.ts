/** Whom a note is about, guessed from where it was begun and from what is typed. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { type Answer, question } from '../../../api/questions.js'
import { nameOf } from '../../../components/name.js'
import type { Chosen, Draft } from '../draft.js'
import { isCalled, meantBy, namedIn, stemsIn } from './guess.js'

const mostPeople = 200
const offered = 6
/** Of a word that names more than so many nobody can tell which one was meant. */
const looked = 12

export interface Guesses {
  customer: Chosen | undefined
  /** Of the customer, as far as their names may be read. */
  people: readonly Chosen[]
  /** Those of them that the text names, and the one that was looked at. */
  named: readonly Chosen[]
}

/** Guesses for a note as it stands. */
export function useGuesses(draft: Draft): Guesses {
  const here = useHere(draft.here)
  const text = useDeferredValue(draft.text)
  const isOpen = draft.customer === undefined && draft.here === undefined
  const stems = isOpen ? stemsIn(text) : []
  const typed = useQueries({
    queries: stems.map((stem) => question('/api/v1/customers', { query: { search: stem, limit: looked } })),
  })
  const only = meantBy(stems.map((stem, at) => ({ stem, rows: typed[at]?.data?.rows ?? [] })))
  const guessed = here.customer ?? (only && { id: only.id, name: only.name ?? only.id })
  const customer = draft.customer === null ? undefined : (draft.customer ?? guessed)
  const { data } = useQuery({
    ...question('/api/v1/contacts', { query: { customer: customer?.id, limit: mostPeople } }),
    enabled: customer !== undefined,
    placeholderData: undefined,
  })
  const people = customer === undefined ? [] : peopleIn(data)
  const met = here.person && customer?.id === here.customer?.id ? [here.person] : []
  return { customer, people, named: [...met, ...namedIn(text, people)] }
}

const peopleIn = (data: Answer<'/api/v1/contacts'> | undefined): Chosen[] =>
  data?.rows.flatMap(({ id, name }) => {
    const known = nameOf(name)
    return known === undefined ? [] : [{ id, name: known }]
  }) ?? []

/** Customer and person of a record. */
function useHere(stream: string | undefined): { customer?: Chosen; person?: Chosen } {
  const contact = stream?.startsWith('contact-') ? stream.slice('contact-'.length) : undefined
  const { data: record } = useQuery({
    ...question('/api/v1/record-names', { query: { streams: stream ?? '' } }),
    enabled: stream !== undefined && contact === undefined,
    placeholderData: undefined,
  })
  const { data: person } = useQuery({
    ...question('/api/v1/contacts/{id}', { path: { id: contact ?? '' } }),
    enabled: contact !== undefined,
    placeholderData: undefined,
  })
  if (person) return hereOf(person)
  const row = record?.rows[0]
  if (!row) return {}
  const id = row.customer?.id ?? row.stream.slice(row.stream.indexOf('-') + 1)
  return { customer: { id, name: row.customer?.name ?? nameOf(row.name) ?? id } }
}

function hereOf({ id, name, posts }: Answer<'/api/v1/contacts/{id}'>): { customer?: Chosen; person?: Chosen } {
  const post = posts.find(({ current }) => current)
  const known = nameOf(name)
  return {
    ...(post && { customer: { id: post.customer.id, name: post.customer.name ?? post.customer.id } }),
    ...(known !== undefined && { person: { id, name: known } }),
  }
}

export interface Offered {
  options: readonly Chosen[]
  /** Whether all has been asked. */
  isDone: boolean
}

/** Customers whose names begin with what is typed. */
export function useCustomersNamed(typed: string): Offered {
  const text = useDeferredValue(typed.trim())
  const isAsking = text.length > 1
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...question('/api/v1/customers', { query: { search: text || '-', limit: offered } }),
    enabled: isAsking,
    placeholderData: isAsking ? keepPreviousData : undefined,
  })
  const found = isAsking ? (data?.rows.map(({ id, name }) => ({ id, name: name ?? id })) ?? []) : []
  // What was found for less than is typed stays as far as it still fits: Enter chooses what was meant.
  const isStale = isPlaceholderData || text !== typed.trim()
  const options = isStale ? found.filter(({ name }) => isCalled(name, typed)) : found
  return { options, isDone: isAsking && !isFetching && !isStale }
}

/** Of some people those whose names have a part that begins with what is typed. */
export function peopleNamed(typed: string, people: readonly Chosen[]): Offered {
  const text = typed.trim().toLowerCase()
  if (text === '') return { options: [], isDone: false }
  return { options: people.filter(({ name }) => isCalled(name, text)).slice(0, offered), isDone: true }
}
