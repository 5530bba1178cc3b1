/** By which of the group figures are told apart: units and members with what they belong to, and products. */
import { Codes, defineDimension, Ids, Label, type NamingDimension, type References } from '#kernel'
import { functions } from './events/member.events.js'
import { memberNamed, productNamed, unitNamed } from './names.queries.js'
import { organization } from './organization.reference.js'

const unit = defineDimension({
  name: 'unit',
  label: { en: 'Unit', fi: 'Yksikkö', sv: 'Enhet', de: 'Einheit', nb: 'Enhet' },
  asked: Ids('unit'),
  known: (references) => references.get(organization).units.keys(),
  named: (id, ask) => unitNamed(id, ask).name,
})

const subsidiaryOf = (id: string, references: References) => references.get(organization).units.get(id)?.subsidiary

const subsidiary = defineDimension({
  name: 'subsidiary',
  label: { en: 'Company', fi: 'Maayhtiö', sv: 'Bolag', de: 'Gesellschaft', nb: 'Selskap' },
  asked: Ids('subsidiary'),
  known: (references) => references.get(organization).subsidiaries.keys(),
  named: (id: string, { references }: NamingDimension) => references.get(organization).subsidiaries.get(id)?.name,
  from: { dimension: unit, of: subsidiaryOf },
})

const country = defineDimension({
  name: 'country',
  label: { en: 'Our country', fi: 'Oma maa', sv: 'Vårt land', de: 'Land der Einheit', nb: 'Vårt land' },
  asked: Codes(),
  from: {
    dimension: unit,
    of: (id: string, references: References) =>
      references.get(organization).subsidiaries.get(subsidiaryOf(id, references) ?? '')?.country,
  },
})

/** A unit with what it belongs to. */
export const byUnit = [unit, subsidiary, country] as const

export const byMember = defineDimension({
  name: 'member',
  label: { en: 'Member', fi: 'Käyttäjä', sv: 'Medarbetare', de: 'Mitglied', nb: 'Medarbeider' },
  asked: Ids('member'),
  known: (references) => references.get(organization).members.keys(),
  named: (id, ask) => memberNamed(id, ask).name,
})

export const byFunction = defineDimension({
  name: 'function',
  label: { en: 'Function', fi: 'Toiminto', sv: 'Funktion', de: 'Funktion', nb: 'Funksjon' },
  asked: Codes(),
  choices: functions,
})

const product = defineDimension({
  name: 'product',
  label: { en: 'Product', fi: 'Tuote', sv: 'Produkt', de: 'Produkt', nb: 'Produkt' },
  asked: Ids('product'),
  known: (references) => references.get(organization).products.keys(),
  named: (id, ask) => productNamed(id, ask).name,
})

const line = defineDimension({
  name: 'line',
  label: { en: 'Product line', fi: 'Tuotelinja', sv: 'Produktlinje', de: 'Produktlinie', nb: 'Produktlinje' },
  asked: Label({ max: 80 }),
  from: {
    dimension: product,
    of: (id: string, references: References) => references.get(organization).products.get(id)?.line,
    changes: true,
  },
})

const brand = defineDimension({
  name: 'brand',
  label: { en: 'Brand', fi: 'Tuotemerkki', sv: 'Varumärke', de: 'Marke', nb: 'Merke' },
  asked: Label({ max: 80 }),
  from: {
    dimension: product,
    of: (id: string, references: References) => references.get(organization).products.get(id)?.brand,
    changes: true,
  },
})

/** A product with what it belongs to. */
export const byProduct = [product, line, brand] as const
