/** The names of the records, members and units that a step names. */
import { useQuery } from '@tanstack/react-query'
import { question } from '../../../api/questions.js'
import { nameOf } from '../../../components/name.js'
import { type ChangedDocument, fieldsIn, recordIn } from './fields.js'

const mostNamed = 100

/** @returns names by id */
export function useNames(says: unknown, changed: readonly ChangedDocument[]): ReadonlyMap<string, string> {
  const values = changed
    .flatMap(({ fields }) => fields)
    .flatMap(({ path, before, after }) => [before, after].flatMap((value) => fieldsIn(value, path)))
  const streams = new Set([...fieldsIn(says), ...values].flatMap((field) => recordIn(field) ?? []))
  const { data: records } = useQuery({
    ...question('/api/v1/record-names', { query: { streams: [...streams].slice(0, mostNamed).join(',') } }),
    enabled: streams.size > 0,
  })
  const { data: members } = useQuery(question('/api/v1/members'))
  const { data: units } = useQuery(question('/api/v1/units'))
  const named = [
    ...(records?.rows ?? []).map(({ stream, name }) => [stream.slice(stream.indexOf('-') + 1), nameOf(name)] as const),
    ...(members?.rows ?? []).map(({ id, name }) => [id, nameOf(name)] as const),
    ...(units?.rows ?? []).map(({ id, name }) => [id, name] as const),
  ]
  return new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])))
}
