/**
 * `npm run generate` writes the documents that follow from the definitions, and samples of new events;
 * with `--verify` it only says which of them no longer do. A further document is one more line in the list.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { sentTopics } from '#crm/imports/sent-topics.js'
import { compileTargets } from '#imports'
import { refuse } from '#kernel'
import { describedProcedures } from '#operations/procedures/procedures.js'
import { openApiOf } from '#platform/http/openapi/openapi.js'
import { openApiText } from '#platform/http/openapi/reference-file.js'
import { asyncApiOf, schemaSet } from '#streams'
import { freeze, frozenFile, storedCatalogue, unfrozen } from './frozen-samples.js'
import { freezeSchemas, unfrozenSchemas } from './frozen-schemas.js'
import { accessPage } from './reference/access-page.js'
import { clientTypes } from './reference/client-types.js'
import { errorsPage } from './reference/errors-page.js'
import { eventsPage } from './reference/events-page.js'
import { fieldWords } from './reference/field-words.js'
import { importTargetsPage } from './reference/import-targets-page.js'
import { listsPage } from './reference/lists-page.js'
import { metricsPage } from './reference/metrics-page.js'

interface Generated {
  /** From the root. */
  file: string
  content(): string
}

const { registry } = business
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const procedures = describedProcedures(registry)
const received = { topics: sentTopics, catalogue: compileTargets(importTargets, registry).catalogue }

const generated: readonly Generated[] = [
  { file: 'docs/reference/metrics.md', content: () => metricsPage([...registry.metrics.values()]) },
  { file: 'docs/reference/access.md', content: () => accessPage([...registry.resources.values()]) },
  { file: 'docs/reference/lists.md', content: () => listsPage(registry) },
  { file: 'docs/reference/events.md', content: () => eventsPage(registry.slices) },
  { file: 'docs/reference/openapi.json', content: () => openApiText(registry, version, procedures) },
  {
    file: 'docs/reference/asyncapi.json',
    content: () => `${JSON.stringify(asyncApiOf(registry, version, received), null, 2)}\n`,
  },
  { file: 'apps/web/api/schema.generated.ts', content: () => clientTypes(openApiOf(registry, version, procedures)) },
  { file: 'apps/web/history/event/fields.generated.ts', content: () => fieldWords(registry) },
  { file: 'docs/reference/import-targets.md', content: () => importTargetsPage(received.catalogue) },
  { file: 'docs/reference/errors.md', content: () => errorsPage(registry, refuse, procedures) },
]

const verifies = process.argv.includes('--verify')
const contracts = schemaSet(registry)
if (!verifies) {
  await freeze(storedCatalogue)
  freezeSchemas(contracts)
}
for (const { type, version } of unfrozen(storedCatalogue)) {
  process.stderr.write(`${frozenFile({ type, version })} is missing; run npm run generate\n`)
  process.exitCode = 1
}
for (const name of unfrozenSchemas(contracts)) {
  process.stderr.write(`the contract ${name} is not kept; run npm run generate\n`)
  process.exitCode = 1
}
for (const { file, content } of generated) {
  const text = content()
  if (!verifies) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } else if (writtenIn(file) !== text) {
    process.stderr.write(`${file} is not what the definitions say; run npm run generate\n`)
    process.exitCode = 1
  }
}

function writtenIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
