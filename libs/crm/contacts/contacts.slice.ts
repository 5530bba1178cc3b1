/** Contacts: the people at the customers, their posts, consents and part in buying. */
import { defineSlice } from '#kernel'
import { contact, contactRefusals } from './contact.decider.js'
import { contactEvents } from './contact.events.js'
import { contactQuery } from './contact.query.js'
import { contactsQuery } from './contacts.query.js'
import { contactsView } from './contacts.view.js'
import { peopleSection } from './people.section.js'
import { peopleTopic } from './people.topic.js'
import { people } from './people.view.js'

export const contacts = defineSlice({
  name: 'contacts',
  about: 'The people at the customers: posts, buying roles, consents, and who of us knows them.',
  events: [contactEvents],
  deciders: [contact],
  views: [contactsView, people],
  queries: [contactQuery, contactsQuery],
  sections: [peopleSection],
  topics: [peopleTopic],
  refusals: [contactRefusals],
})
