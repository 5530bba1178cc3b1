/** How much of what the register asks for do we know? */
import { byUnit, changing, defineMetric } from '#kernel'
import { type CustomerDocument, customersView } from './customers.view.js'

const core = ['name', 'sector', 'country', 'city', 'employees'] as const

const filled = (customer: CustomerDocument): number =>
  core.filter((field) => customer[field] !== undefined).length + (customer.identifiers.length > 0 ? 1 : 0)

export const fieldsComplete = defineMetric({
  name: 'fields-complete',
  kind: 'stock',
  unit: 'percent',
  better: 'higher',
  owner: 'management',
  question: 'How complete is the register?',
  formula:
    'filled ÷ all of name, sector, country, city, employees and an identifier, over customers at the end of the day; a customer of several units counts in each',
  of: customersView,
  dimensions: [...byUnit, 'sector'],
  measure: changing((customer) => {
    const units = customer.units.length > 0 ? customer.units : [undefined]
    return units.map((unit) => ({ unit, value: filled(customer), whole: core.length + 1 }))
  }),
})
