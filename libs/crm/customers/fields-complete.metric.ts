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
  question: {
    en: 'How complete is the register?',
    fi: 'Kuinka täydellinen rekisteri on?',
    sv: 'Hur fullständigt är registret?',
    de: 'Wie vollständig ist das Register?',
    nb: 'Hvor fullstendig er registeret?',
  },
  formula: {
    en: 'filled ÷ all of name, sector, country, city, employees and an identifier, over customers at the end of the day; by unit, a customer of several counts in each, and in a total once',
    fi: 'täytetyt ÷ kaikki: nimi, toimiala, maa, paikkakunta, henkilöstö ja tunniste, asiakkaista päivän lopussa; yksiköittäin usean yksikön asiakas lasketaan kuhunkin ja kokonaismäärään kerran',
    sv: 'ifyllda ÷ alla av namn, bransch, land, ort, anställda och en identifierare, för kunder vid dagens slut; per enhet räknas en kund hos flera i var och en, och i en summa en gång',
    de: 'ausgefüllt ÷ alle von Name, Branche, Land, Ort, Beschäftigten und einer Kennung, über die Kunden am Ende des Tages; je Einheit zählt ein Kunde mehrerer in jeder, in einer Summe einmal',
    nb: 'utfylt ÷ alle av navn, bransje, land, sted, ansatte og en identifikator, for kunder ved slutten av dagen; per enhet telles en kunde hos flere i hver, og i en sum én gang',
  },
  of: customersView,
  dimensions: [...byUnit, bySector],
  apart: true,
  measure: changing((customer) =>
    [undefined, ...customer.units].map((unit) => ({ unit, value: filled(customer), whole: core.length + 1 })),
  ),
})
