/** The answer about a customer as specs read it: its parts are those that the slices of this business show. */
import type { peopleSection } from '#crm/contacts/people.section.js'
import type { customerProjectsSection } from '#crm/customer-projects/customer-projects.section.js'
import type { registerSection } from '#crm/customers/document/register.section.js'
import type { opportunitiesSection } from '#crm/opportunities/shown/opportunities.section.js'
import type { CustomerOutline } from '#crm/pages/customer/customer.query.js'
import type { Difference, SharedPursuit } from '#crm/pages/customer/differences.js'
import type { standingsSection } from '#crm/pages/relationships/standings.section.js'
import type { Section } from '#crm/pages/shown/section.js'
import type { promisesSection } from '#crm/promises/shown/promises.section.js'
import type { meetingsSection } from '#crm/touchpoints/plans/meetings.section.js'

type Shown<S> = S extends Section<infer T> ? T : never

type CustomerParts = Shown<typeof registerSection> &
  Shown<typeof standingsSection> &
  Shown<typeof peopleSection> &
  Shown<typeof opportunitiesSection> &
  Shown<typeof promisesSection> &
  Shown<typeof customerProjectsSection> &
  Shown<typeof meetingsSection> & { differences: Difference[]; shared: SharedPursuit[] }

export type CustomerAnswer = CustomerOutline & { parts?: CustomerParts }
