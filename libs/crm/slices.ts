/** The one list of slices. */
import type { Slice } from '#kernel'
import { contacts } from './contacts/contacts.slice.js'
import { customerProjectsSlice } from './customer-projects/customer-projects.slice.js'
import { customers } from './customers/customers.slice.js'
import { figuresOver } from './figures/figures.slice.js'
import { importsSlice } from './imports/imports.slice.js'
import { mergesSlice } from './merging/merges.slice.js'
import { opportunitiesSlice } from './opportunities/opportunities.slice.js'
import { organizationWith } from './organization/organization.slice.js'
import { pagesOver } from './pages/pages.slice.js'
import { privacySlice } from './privacy/privacy.slice.js'
import { promisesSlice } from './promises/promises.slice.js'
import { relationshipsSlice } from './relationships/relationships.slice.js'
import { touchpoints } from './touchpoints/touchpoints.slice.js'

const own: readonly Slice[] = [
  customers,
  mergesSlice,
  relationshipsSlice,
  touchpoints,
  contacts,
  privacySlice,
  opportunitiesSlice,
  promisesSlice,
  customerProjectsSlice,
  importsSlice,
]

const switchable = own.filter((slice) => slice.switchable).map(({ name }) => name)

const organization = organizationWith(switchable)
const figures = figuresOver([organization, ...own])

/** The organization switches the others on and off, figures are asked by their dimensions, and the pages show them. */
export const slices: readonly Slice[] = [organization, ...own, figures, pagesOver([organization, ...own, figures])]
