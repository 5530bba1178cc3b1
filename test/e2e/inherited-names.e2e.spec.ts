/** Names of what every object inherits, sent wherever something is called by a name: none of them reaches a prototype. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isId } from '#kernel'
import { HttpGroup } from './http-group.js'
import { type Operation, operationsOf } from './rights/requests.js'
import type { Answered } from './running-program.js'

const patienceMs = 120_000
const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'prototype']
/** Answers without an end. */
const streams = new Set(['changes', 'customer.live'])

let http: HttpGroup
let operations: Operation[]
const inherited = Object.getOwnPropertyNames(Object.prototype).sort()

beforeAll(async () => {
  http = await HttpGroup.open()
  const all = operationsOf(await http.openApi())
  operations = all.filter(({ id }) => !streams.has(id) && !id.startsWith('session'))
})
afterAll(() => http.close())

const named = (path: string, value: string): string => path.replaceAll(/\{\w+\}/g, encodeURIComponent(value))

const asked = fc.record({
  nth: fc.nat(),
  name: fc.constantFrom(...names),
  place: fc.constantFrom('body', 'within', 'alone', 'parameter', 'value', 'path'),
})
type AskedBy = typeof asked extends fc.Arbitrary<infer A> ? A : never

function ask({ nth, name, place }: AskedBy): Promise<Answered> {
  const operation = operations[nth % operations.length] as Operation
  const { method, example } = operation
  const [first = 'x', value = {}] = Object.entries(example)[0] ?? []
  const path = named(operation.path, place === 'path' ? name : 'x')
  const parameters = {
    parameter: `?${name}=1`,
    value: `?by=${name}&sort=${name}&language=${name}&filter=${name}%20eq%201`,
  }
  const query = Object.hasOwn(parameters, place) ? parameters[place as keyof typeof parameters] : ''
  if (method === 'GET') return http.ask(`${path}${query || `?${name}=${name}`}`)
  const own = JSON.stringify(example).slice(1, -1)
  const bodies: Record<string, string> = {
    body: `{${own}${own && ','}"${name}":{"x":1}}`,
    within: JSON.stringify({ ...example, [first]: value }).replace(/\}$/, `${own && ','}"notes":{"${name}":"x"}}`),
    alone: `{"${name}":"${name}"}`,
  }
  return http.ask(`${path}${query}`, { method, body: bodies[place] ?? JSON.stringify(example) })
}

describe('a name of what every object inherits', () => {
  it(
    'is refused or says nothing, in every place of every operation',
    async () => {
      await fc.assert(
        fc.asyncProperty(asked, async (one) => {
          const { status, body } = await ask(one)
          const { id, method } = operations[one.nth % operations.length] as Operation
          expect({ id, status: status === 500 ? body : 'foreseen' }).toEqual({ id, status: 'foreseen' })
          if (status >= 400) expect(typeof body.detail).toBe('string')
          if (method !== 'GET' && (one.place === 'body' || one.place === 'alone'))
            expect([id, status < 300 && body.events]).toEqual([id, false])
          expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(inherited)
        }),
        { numRuns: 400 },
      )
    },
    patienceMs,
  )

  it('is no id, so that documents may be told apart by ids', () => {
    expect(names.filter(isId)).toEqual(['prototype'])
  })
})
