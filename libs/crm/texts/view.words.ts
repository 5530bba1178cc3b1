/** What the documents of views are called in every language: for audits, which show what an event changed of each. */
import { tableOfWords } from '#kernel'

/* biome-ignore format: a table is read by its columns */
export const viewWords = tableOfWords('view', {
  contacts: ['Person', 'Ihminen', 'Person', 'Person', 'Person'],
  'customer-projects': ['Their project', 'Asiakkaan hanke', 'Kundens projekt', 'Vorhaben des Kunden', 'Kundens prosjekt'],
  customers: ['Customer', 'Asiakas', 'Kund', 'Kunde', 'Kunde'],
  gists: ['Gist', 'Tiivistys', 'Sammanfattning', 'Kernaussage', 'Oppsummering'],
  opportunities: ['Opportunity', 'Myyntimahdollisuus', 'Affärsmöjlighet', 'Verkaufschance', 'Salgsmulighet'],
  people: ['Post', 'Tehtävä', 'Befattning', 'Stelle', 'Stilling'],
  plans: ['Plan', 'Suunnitelma', 'Plan', 'Plan', 'Plan'],
  promises: ['Promise', 'Lupaus', 'Löfte', 'Zusage', 'Løfte'],
  relationships: ['Relationship', 'Asiakassuhde', 'Relation', 'Beziehung', 'Relasjon'],
  said: ['What they said', 'Mitä he sanoivat', 'Vad de sade', 'Was sie sagten', 'Hva de sa'],
  touches: ['Last touch', 'Viimeisin kohtaaminen', 'Senaste kontakt', 'Letzter Kontakt', 'Siste kontakt'],
  touchpoints: ['Touchpoint', 'Kohtaaminen', 'Kontakt', 'Kontakt', 'Kontaktpunkt'],
})
