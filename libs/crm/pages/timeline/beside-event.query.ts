/** An event, or the beginning of a record, with what it corrects and what corrected it, what it came of and what came of it. */
import { defineQuery, NoQuery } from '#kernel'
import { contactsView } from '../../contacts/contacts.view.js'
import { customersView } from '../../customers/customers.view.js'
import { BesideAnswer, besideEvent } from './beside-event.js'

export const customerEventQuery = defineQuery({
  name: 'customer-event',
  about: 'What an event of a customer corrects and what corrected it, what it came of and what came of it.',
  route: '/customers/:id/events/:event',
  query: NoQuery,
  answer: BesideAnswer,
  past: { param: 'id', of: customersView, open: 'retracted' },
  folds: true,
  read: (ask) => besideEvent(ask, ask.subject.partition),
})

export const contactEventQuery = defineQuery({
  name: 'contact-event',
  about: 'What an event of a person corrects and what corrected it, what it came of and what came of it.',
  route: '/contacts/:id/events/:event',
  query: NoQuery,
  answer: BesideAnswer,
  past: { param: 'id', of: contactsView },
  folds: true,
  read: (ask) => besideEvent(ask, ask.subject.partition),
})
