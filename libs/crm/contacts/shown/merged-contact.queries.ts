/** A record that counts as one person with others, as answers show it: by the name it has itself. */
import { type Guarded, Id, Label, Optional, Personal } from '#kernel'
import type { ContactDocument } from '../contacts.view.js'

export class MergedContact {
  @Id('contact') id!: string
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
}

/** What a record itself calls the person; nothing of who was erased. */
export const nameOf = (record: string, { said }: Pick<ContactDocument, 'said'>): Guarded<string> | undefined =>
  said.find((one) => one.record === record && one.field === 'name')?.value as Guarded<string> | undefined
