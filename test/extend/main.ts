/**
 * Runs inside a scratch copy of the sources to which the code of docs/how-to/extend.md was added: uses what
 * was added as a member would, and prints what came of it as one JSON value.
 */
import { business } from '#crm/business.js'
import { DomainError, InvalidInput } from '#kernel'
import { openApiOf } from '#platform/http/openapi/openapi.js'
import { eventsPage } from '../check/reference/events-page.js'
import { TestGroup } from '../harness/group.js'

const group = await (await TestGroup.open()).found()
try {
  process.stdout.write(JSON.stringify(await added(group)))
} finally {
  await group.close()
}

async function added({ business: { registry } }: TestGroup) {
  const { id } = await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' })
  const meeting = { customers: [id], unit: 'fi', note: 'A walk through the kitchen.', feeling: 'good' }
  await group.do('touchpoint', 'record-meeting', meeting, { as: 'aino', at: '2026-02-01' })
  const letter = { customers: [id], unit: 'fi', reference: 'KV 1', note: 'Warranty terms.', feeling: 'poor' }
  await group.do('touchpoint', 'record-letter', letter, { as: 'aino', at: '2026-02-10' })
  const wish = await group.do('wish', 'hear', { customer: id, unit: 'fi', what: 'Wheels.' }, { as: 'aino' })
  await group.do('wish', 'fulfil', {}, { as: 'aino', id: wish.id })
  const ask = (page: string, options: object = {}) => group.ask(page, { id }, { as: 'aino', ...options })
  const share = { query: { from: '2026-02-01', to: '2026-02-28', by: ['unit'] }, as: 'greta' }
  return {
    paths: Object.keys(openApiOf(registry, '1.0.0').paths),
    refusals: Object.keys(registry.refusals),
    catalogue: eventsPage(business.registry.slices).match(/^### \S+/gm),
    wrong: await refusalOf(() => group.do('touchpoint', 'record-letter', { ...letter, reference: 5 }, { as: 'aino' })),
    timeline: await ask('timeline'),
    share: await group.ask('figures', { metric: 'face-to-face' }, share),
    feelings: await ask('feelings'),
    feelingsThen: await ask('feelings', { asOf: '2026-02-05' }),
    wishes: await ask('wishes'),
    unknown: await refusalOf(() => group.ask('wishes', { id: 'c0' }, { as: 'aino' })),
  }
}

async function refusalOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    if (error instanceof DomainError) return error.code
    throw error
  }
}
