/** What an import itself refuses. */
import { defineRefusals } from '#kernel'

export const importRefusals = defineRefusals({
  'mapping-faulty': ['rule', 'The mapping cannot be used as it is.'],
  'file-faulty': ['rule', 'A file cannot be read to its end, so nothing of it was imported.'],
  'changed-since-import': [
    'conflict',
    'Somebody has changed this since it was imported; theirs stays. Settle it by hand.',
  ],
  'held-by-another': [
    'conflict',
    'Another record holds what this one claims, so it would be there twice. Leave it out, or have a steward settle whose it is.',
  ],
  'too-many-vanished': [
    'rule',
    'So many records are missing from the files that one of them may be cut short; nothing was imported. If they are gone, say so by "vanishedAtMost" in the mapping.',
  ],
  'import-elsewhere': ['conflict', 'Another process has this import in hand. Ask again once it has ended there.'],
})

/** Somebody has changed the same since the import wrote it; the row is refused, and theirs stays. */
export function conflict(what: string): never {
  return importRefusals('changed-since-import', { field: what })
}
