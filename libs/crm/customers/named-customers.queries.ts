/** Which customers have a name, or had one in a record merged into them, that says some words, or an identifier that begins so? */
import { everyDocument, type QueryContext, type Where } from '#kernel'
import { otherNames } from './other-names.view.js'

type Ask = Pick<QueryContext, 'documents'>

/** Customers with another name in which it occurs, or an identifier that begins so. */
async function foundElsewhere(text: string, { documents: docs }: Ask): Promise<string[]> {
  const spaceless = text.replace(/\s/g, '')
  const prefixes = [...new Set([text, spaceless])].map((prefix): Where => ({ column: 'name', prefix }))
  const where: Where = { or: [...prefixes, { column: 'name', words: text }] }
  const found = new Set<string>()
  for await (const { customer } of everyDocument(docs, otherNames, { where, sort: [{ column: 'name' }] }))
    found.add(customer)
  return [...found]
}

/** @param column that names the customer in a table with its name */
export async function whereNamed(text: string, column: string, ask: Ask): Promise<Where> {
  const named: Where = { column: 'name', words: text }
  const elsewhere = await foundElsewhere(text, ask)
  return elsewhere.length === 0 ? named : { or: [named, { column, in: elsewhere }] }
}
