/** The API document: valid, complete, and nowhere empty. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { JsonSchema, Texts } from '#kernel'
import { notesRegistry } from '#test/http/notes.slice.js'
import { openApiOf } from './openapi.js'
import { openApiText, verifyOpenApi, writeOpenApi } from './reference-file.js'

const document = openApiOf(notesRegistry, '1.2.3')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ id: `${method.toUpperCase()} ${path}`, operation })),
)

/** Every schema of a body of an operation, with references followed. */
function bodiesOf(operation: JsonSchema): JsonSchema[] {
  const holders = [operation.requestBody, ...Object.values((operation.responses ?? {}) as JsonSchema)]
  return holders.flatMap((holder) => {
    const content = ((holder ?? {}) as { content?: Record<string, { schema: JsonSchema }> }).content ?? {}
    return Object.values(content).map(({ schema }) => {
      const name = String(schema.$ref ?? '').replace('#/components/schemas/', '')
      return document.components.schemas[name] ?? schema
    })
  })
}

const isEmpty = (schema: JsonSchema): boolean =>
  schema.type === undefined ||
  (schema.type === 'object' && Object.keys((schema.properties ?? {}) as object).length === 0)

describe('the API document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('holds every route of the registry', () => {
    const routes = operations.map(({ id }) => id)
    for (const slice of notesRegistry.slices) {
      const commands = slice.deciders.flatMap((decider) =>
        Object.values(decider.commands).flatMap(({ route }) => route ?? []),
      )
      for (const route of [...commands, ...slice.queries.map((page) => `GET ${page.route}`)]) {
        expect(routes).toContain(route.replace(' ', ' /api/v1').replace(/:(\w+)/g, '{$1}'))
      }
    }
  })

  it.each(operations)('describes every body of $id', ({ operation }) => {
    const bodies = bodiesOf(operation)
    expect(bodies.length).toBeGreaterThan(0)
    expect(bodies.filter(isEmpty)).toEqual([])
  })

  it('resolves every reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)]
    const missing = references.filter(([, kind = '', name = '']) => !(document.components[kind] as JsonSchema)[name])
    expect(references.length).toBeGreaterThan(10)
    expect(missing).toEqual([])
  })

  it('takes a payload with its envelope and shows an example of the event', () => {
    const write = document.paths['/api/v1/notes']?.post as JsonSchema
    const { properties, required } = document.components.schemas.NoteWrite as Record<string, JsonSchema>
    expect(Object.keys(properties ?? {})).toEqual([
      'customer',
      'title',
      'text',
      'occurredAt',
      'occurredPrecision',
      'confirmed',
    ])
    expect(required).toEqual(['customer', 'title'])
    expect(JSON.stringify(write.requestBody)).toContain('It hums.')
  })

  it.each(['Restatement', 'Retraction'])('lets a %s be confirmed against later facts', (name) => {
    const { properties, required } = document.components.schemas[name] as Record<string, JsonSchema>
    expect(properties?.confirmed).toMatchObject({ type: 'boolean', description: expect.stringContaining('later') })
    expect(required).toEqual(['because'])
    const path = `/api/v1/events/{stream}/{eventId}/${name.toLowerCase()}`
    const responses = document.paths[path]?.post?.responses as Record<string, { description: string }>
    expect(responses[409]?.description).toContain('later-facts-conflict')
  })

  it('shows sealed values as erased or withheld too, and open ones plainly', () => {
    const event = document.components.schemas['event.note.written'] as { properties: Record<string, JsonSchema> }
    expect(event.properties.text?.anyOf).toHaveLength(3)
    expect(event.properties.title?.type).toBe('string')
    expect(JSON.stringify(document)).not.toContain('"k-')
  })

  it('lists the codes a command may be refused with', () => {
    const responses = document.paths['/api/v1/notes/{id}/settle']?.post?.responses as Record<
      string,
      { description: string }
    >
    expect(responses[409]?.description).toContain('later-facts-conflict')
    expect(responses[400]?.description).toContain('idempotency-key-missing')
  })
})

describe('the codes of problems', () => {
  it('have one meaning each', () => {
    const [, said] = notesRegistry.refusals['not-found'] ?? []
    const texts = { ...notesRegistry.refusals, 'bad-cursor': ['rule', said as Texts] } as const
    const clashing = { ...notesRegistry, refusals: texts }
    expect(() => openApiOf(clashing, '1.2.3')).toThrow(
      'the refusal bad-cursor has the code of a problem of the interface',
    )
  })
})

describe('the reference file', () => {
  it('fits until something registered changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
    const file = join(folder, 'openapi.json')
    const text = openApiText(notesRegistry, '1.2.3')
    expect(verifyOpenApi(file, text)).toBe(false)
    writeOpenApi(file, text)
    expect(verifyOpenApi(file, text)).toBe(true)
    expect(verifyOpenApi(file, openApiText(notesRegistry, '1.2.4'))).toBe(false)
    rmSync(folder, { recursive: true })
  })
})
