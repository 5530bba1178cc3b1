/** What imports make of contacts, and of their posts at customers. */
import { defineTarget, type RecordReference } from '#imports'

export const contactTargets = [
  defineTarget({
    target: 'contact',
    sent: 'customers',
    category: 'contact',
    command: 'register',
    raises: 'contact.registered',
    change: { by: 'edits', command: 'edit', raises: 'contact.changed' },
  }),
  defineTarget({
    target: 'post',
    sent: 'customers',
    category: 'contact',
    command: 'startPost',
    raises: 'contact.post-started',
    change: { by: 'moving', slot: 'customer', end: 'endPost' },
    ends: {
      command: 'endPost',
      raises: 'contact.post-ended',
      slot: 'customer',
      body: ({ customer = '' }) => ({ customer }),
    },
    placed: { by: ['contact'], types: ['contact.post-started'] },
    extra: { contact: { kind: 'reference', target: 'contact', required: true } },
    id: ({ record, ids }) => ids.of('contact', (record.fields.contact as RecordReference).key),
  }),
]
