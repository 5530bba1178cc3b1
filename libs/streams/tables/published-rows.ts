/** The rows of tables that others read: documents of views that say so, in the fields that their row names. */
import { type Field, fieldsOf, instantOf, type PublishedTable, type Registry, type View } from '#kernel'

/** A view whose documents others read. */
export type PublishedView = View & { readonly published: PublishedTable<object> }

const isPublished = (view: View): view is PublishedView => view.published !== undefined

/** In the order of the slices. */
export const publishedViews = ({ views }: Pick<Registry, 'views'>): PublishedView[] =>
  [...views.values()].filter(isPublished)

/** What is published of a document, as plain JSON. What lies before everything has no moment. */
export function publishedRow({ published }: PublishedView, document: object): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const field of fieldsOf(published.row)) {
    const value = (document as Record<string, unknown>)[field.name]
    const shown = isInstant(field) ? instantOf(value as string | undefined) : value
    if (shown !== undefined) row[field.name] = shown
  }
  return row
}

const isInstant = ({ schema }: Field): boolean => schema.format === 'k-instant'
