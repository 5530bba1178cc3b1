/** The API document for people: every operation with its fields and refusals, and every code explained. */
import type { Json, JsonSchema } from '#kernel'
import type { OpenApi } from '../openapi/openapi.js'
import { escaped, htmlPage } from './html.js'

export function docsPage(document: OpenApi): string {
  const sections = document.tags.map((tag) => sectionOf(tag as { name: string; description: string }, document))
  const intro = `<p>${escaped(String(document.info.description))} For programs: <a href="/api/openapi.json">openapi.json</a>.</p>`
  return htmlPage('Kumppani API', `${intro}\n${sections.join('\n')}\n${problemsTable(document)}`)
}

function sectionOf({ name, description }: { name: string; description: string }, document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => (operation.tags as string[]).includes(name))
      .map(([method, operation]) => operationOf({ path, method, operation }, document)),
  )
  return `<h2 id="${escaped(name)}">${escaped(name)}</h2>\n<p>${escaped(description)}</p>\n${operations.join('\n')}`
}

interface Shown {
  path: string
  method: string
  operation: JsonSchema
}

function operationOf({ path, method, operation }: Shown, document: OpenApi): string {
  const body = contentOf(operation.requestBody)
  const answers = Object.entries((operation.responses ?? {}) as Record<string, JsonSchema>)
  const answer = answers.filter(([status]) => status.startsWith('2')).at(-1)?.[1]
  return `<details>
<summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> ${escaped(String(operation.summary ?? ''))}</summary>
${parametersOf(operation, document)}
${body ? `<h3>Body</h3>${schemaOf(body, document)}` : ''}
<h3>Answer</h3>${schemaOf(contentOf(answer) ?? {}, document)}
<h3>Refusals</h3><ul>${answers
    .filter(([status]) => !status.startsWith('2'))
    .map(refusalOf)
    .join('')}</ul>
</details>`
}

const refusalOf = ([status, response]: [string, JsonSchema]): string =>
  `<li>${status}: ${escaped(String(response.description).replace(/^Refused: /, ''))}</li>`

function contentOf(holder: Json | undefined): JsonSchema | undefined {
  const content = (holder as { content?: Record<string, { schema: JsonSchema }> } | undefined)?.content
  return Object.values(content ?? {})[0]?.schema
}

function parametersOf(operation: JsonSchema, document: OpenApi): string {
  const all = ((operation.parameters ?? []) as JsonSchema[]).map((one) => resolve(one, document))
  if (all.length === 0) return ''
  const rows = all.map((one) => {
    const text = [one.required ? 'required' : '', one.description ?? ''].filter(Boolean).join('; ')
    return `<tr><td><code>${escaped(String(one.name))}</code></td><td>${escaped(String(one.in))}</td><td>${escaped(text)}</td></tr>`
  })
  return `<h3>Parameters</h3><table>${rows.join('')}</table>`
}

const schemaOf = (schema: JsonSchema, document: OpenApi): string =>
  `<pre>${escaped(JSON.stringify(resolve(schema, document), null, 2))}</pre>`

/** What a reference into the components stands for. */
function resolve(schema: JsonSchema, document: OpenApi): JsonSchema {
  const [, , kind = '', name = ''] = String(schema.$ref ?? '').split('/')
  const group = document.components[kind] as Record<string, JsonSchema> | undefined
  return group?.[name] ?? schema
}

function problemsTable(document: OpenApi): string {
  const rows = document['x-problems'].map(
    ({ code, status, sentence }) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(sentence)}</td></tr>`,
  )
  return `<h2 id="problems">Refusals</h2><table>${rows.join('\n')}</table>`
}
