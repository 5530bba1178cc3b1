/** Contacts: the people at the customers, their posts, consents and part in buying. */
import { defineSlice } from '#kernel'
import { contact, contactRefusals } from './contact.decider.js'
import { contactEvents } from './contact.events.js'
import { contactQuery } from './contact.query.js'
import { contactTargets } from './contact.target.js'
import { contactsQuery } from './contacts.query.js'
import { contactsView } from './contacts.view.js'
import { people } from './posts/people.view.js'
import { postRefusals } from './posts/post-rules.js'
import { contactsResource } from './shown/contacts.resource.js'
import { peopleSection } from './shown/people.section.js'
import { peopleTopic } from './shown/people.topic.js'

export const contacts = defineSlice({
  name: 'contacts',
  about: 'The people at the customers: posts, buying roles, consents, and who of us knows them.',
  resources: [contactsResource],
  events: [contactEvents],
  deciders: [contact],
  views: [contactsView, people],
  queries: [contactQuery, contactsQuery],
  sections: [peopleSection],
  topics: [peopleTopic],
  targets: contactTargets,
  refusals: [contactRefusals, postRefusals],
})
