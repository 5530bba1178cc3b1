/** How fresh is what we record? */
import { defineMetric, standingMetric } from '#kernel'
import { bySector } from '../../customers/document/sector.dimension.js'
import { byFunction, byMember, byUnit } from '../../organization/organization.dimension.js'
import { touchpointsView } from '../touchpoints.view.js'

const hourMs = 3_600_000

export const recordingDelay = defineMetric({
  name: 'recording-delay',
  label: {
    en: 'Recording delay',
    fi: 'Kirjausviive',
    sv: 'Registreringsfördröjning',
    de: 'Erfassungsverzug',
    nb: 'Registreringsforsinkelse',
  },
  kind: 'duration',
  unit: 'hours',
  better: 'lower',
  owner: 'sales',
  question: {
    en: 'How long after an encounter is it recorded?',
    fi: 'Kuinka kauan kohtaamisen jälkeen se kirjataan?',
    sv: 'Hur länge efter en kontakt antecknas den?',
    de: 'Wie lange nach einem Kontakt wird er festgehalten?',
    nb: 'Hvor lenge etter en kontakt registreres den?',
  },
  formula: {
    en: 'hours from an encounter until it was first recorded, on the day it took place; only where its moment or its day is known, a day counting from its first moment',
    fi: 'tunteja kohtaamisesta sen ensimmäiseen kirjaamiseen, kohtaamisen päivänä; vain kun hetki tai päivä tunnetaan, ja päivä lasketaan sen alusta',
    sv: 'timmar från en kontakt tills den först antecknades, den dag den ägde rum; bara där ögonblicket eller dagen är känd, och en dag räknas från sin början',
    de: 'Stunden von einem Kontakt, bis er zuerst festgehalten wurde, an dem Tag, an dem er stattfand; nur wo Zeitpunkt oder Tag bekannt ist, und ein Tag zählt von seinem Beginn an',
    nb: 'timer fra en kontakt til den først ble registrert, den dagen den fant sted; bare der tidspunktet eller dagen er kjent, og en dag regnes fra sin begynnelse',
  },
  of: touchpointsView,
  dimensions: [...byUnit, byMember, byFunction, bySector],
  measure: standingMetric(({ at, recordedAt, exact, unit, member, function: of }) => {
    if (!exact) return []
    const length = Math.max(0, (Date.parse(recordedAt) - Date.parse(at)) / hourMs)
    return [{ on: at, unit, member, function: of, length }]
  }),
})
