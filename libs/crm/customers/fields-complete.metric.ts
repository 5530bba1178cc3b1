/** How much of what the register asks for do we know? */
import { changing, defineMetric } from '#kernel'
import { byUnit } from '../organization/organization.dimension.js'
import { type CustomerDocument, customersView } from './customers.view.js'
import { bySector } from './document/sector.dimension.js'

const core = ['name', 'sector', 'country', 'city', 'employees'] as const

const filled = (customer: CustomerDocument): number =>
  core.filter((field) => customer[field] !== undefined).length + (customer.identifiers.length > 0 ? 1 : 0)

export const fieldsComplete = defineMetric({
  name: 'fields-complete',
  label: {
    en: 'Completeness of the register',
    fi: 'Rekisterin kattavuus',
    sv: 'Registrets täckning',
    de: 'Vollständigkeit des Registers',
    nb: 'Registerets dekning',
  },
  kind: 'stock',
  unit: 'percent',
  better: 'higher',
  owner: 'management',
  question: 'How complete is the register?',
  formula:
    'filled ÷ all of name, sector, country, city, employees and an identifier, over customers at the end of the day; by unit, a customer of several counts in each, and in a total once',
  of: customersView,
  dimensions: [...byUnit, bySector],
  apart: true,
  measure: changing((customer) =>
    [undefined, ...customer.units].map((unit) => ({ unit, value: filled(customer), whole: core.length + 1 })),
  ),
})
