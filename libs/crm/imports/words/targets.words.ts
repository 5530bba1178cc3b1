/** What imports make records of, in every language. */
import { tableOfWords, type Vocabulary } from '#kernel'

/** By what mappings call them. */
export const targetWords: Vocabulary = tableOfWords('import-target', {
  subsidiary: ['subsidiary', 'tytäryhtiö', 'dotterbolag', 'Landesgesellschaft', 'datterselskap'],
  unit: ['unit', 'yksikkö', 'enhet', 'Einheit', 'enhet'],
  member: ['member', 'käyttäjä', 'medarbetare', 'Mitglied', 'medarbeider'],
  product: ['product', 'tuote', 'produkt', 'Produkt', 'produkt'],
  rate: ['exchange rate', 'valuuttakurssi', 'växelkurs', 'Wechselkurs', 'valutakurs'],
  customer: ['customer', 'asiakas', 'kund', 'Kunde', 'kunde'],
  site: ['site', 'toimipaikka', 'anläggning', 'Standort', 'avdeling'],
  'relationship-stage': [
    'stage of a relationship',
    'suhteen vaihe',
    'relationens stadium',
    'Stufe einer Beziehung',
    'trinn i en relasjon',
  ],
  meeting: ['meeting', 'tapaaminen', 'möte', 'Besprechung', 'møte'],
  visit: ['site visit', 'asiakaskäynti', 'kundbesök', 'Besuch vor Ort', 'kundebesøk'],
  'phone-call': ['phone call', 'puhelu', 'telefonsamtal', 'Telefonat', 'telefonsamtale'],
  email: ['email', 'sähköposti', 'e-post', 'E-Mail', 'e-post'],
  note: ['note', 'muistiinpano', 'anteckning', 'Notiz', 'notat'],
  'private-note': ['private note', 'yksityinen muistiinpano', 'privat anteckning', 'private Notiz', 'privat notat'],
  contact: ['person', 'yhteyshenkilö', 'kontaktperson', 'Kontaktperson', 'kontaktperson'],
  post: ['post', 'tehtävä', 'tjänst', 'Stelle', 'stilling'],
  opportunity: ['opportunity', 'myyntimahdollisuus', 'affärsmöjlighet', 'Verkaufschance', 'salgsmulighet'],
  'opportunity-stage': [
    'stage of an opportunity',
    'myyntimahdollisuuden vaihe',
    'affärsmöjlighetens skede',
    'Phase einer Verkaufschance',
    'fase i en salgsmulighet',
  ],
  'opportunity-won': ['won deal', 'voitettu kauppa', 'vunnen affär', 'gewonnenes Geschäft', 'vunnet salg'],
  'opportunity-lost': ['lost deal', 'hävitty kauppa', 'förlorad affär', 'verlorenes Geschäft', 'tapt salg'],
})
