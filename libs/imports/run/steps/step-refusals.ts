/** What an import itself refuses. */
import { defineRefusals } from '#kernel'

export const importRefusals = defineRefusals({
  'mapping-faulty': [
    'rule',
    {
      en: 'The mapping cannot be used as it is.',
      fi: 'Kuvausta ei voi käyttää tällaisenaan.',
      sv: 'Mappningen kan inte användas som den är.',
      de: 'Die Zuordnung kann so nicht verwendet werden.',
      nb: 'Tilordningen kan ikke brukes som den er.',
    },
  ],
  'file-faulty': [
    'rule',
    {
      en: 'A file cannot be read to its end, so nothing of it was imported.',
      fi: 'Tiedostoa ei voi lukea loppuun, joten siitä ei tuotu mitään.',
      sv: 'En fil kan inte läsas till slutet, så inget av den har importerats.',
      de: 'Eine Datei ist nicht bis zum Ende lesbar, deshalb wurde nichts aus ihr importiert.',
      nb: 'En fil kan ikke leses til slutten, så ingenting av den er importert.',
    },
  ],
  'changed-since-import': [
    'conflict',
    {
      en: 'Somebody has changed this since it was imported; theirs stays. Settle it by hand.',
      fi: 'Joku on muuttanut tätä tuonnin jälkeen, ja hänen muutoksensa jää voimaan. Selvitä se käsin.',
      sv: 'Någon har ändrat detta efter importen, och den ändringen gäller. Red ut det för hand.',
      de: 'Jemand hat das nach dem Import geändert, und diese Änderung bleibt. Klären Sie es von Hand.',
      nb: 'Noen har endret dette etter importen, og den endringen blir stående. Avklar det for hånd.',
    },
  ],
  'held-by-another': [
    'conflict',
    {
      en: 'Another record holds what this one claims, so it would be there twice. Leave it out, or have a steward settle whose it is.',
      fi: 'Toisella tietueella on jo se, mitä tällä olisi, joten se olisi kahdesti. Jätä se pois, tai pyydä rekisterin hoitajaa selvittämään, kumman se on.',
      sv: 'En annan post har redan det som denna gör anspråk på, så det skulle finnas två gånger. Utelämna det, eller låt en registervårdare avgöra vems det är.',
      de: 'Ein anderer Eintrag hat schon, was dieser beansprucht; es wäre zweimal da. Lassen Sie es weg, oder lassen Sie die Registerpflege klären, wem es gehört.',
      nb: 'En annen oppføring har allerede det denne krever, så det ville finnes to ganger. Utelat det, eller la en registeransvarlig avgjøre hvem det tilhører.',
    },
  ],
  'import-elsewhere': [
    'conflict',
    {
      en: 'Another process has this import in hand. Ask again once it has ended there.',
      fi: 'Toinen prosessi käsittelee tätä tuontia. Yritä uudelleen, kun se on päättynyt siellä.',
      sv: 'En annan process håller på med importen. Försök igen när den är klar där.',
      de: 'Ein anderer Prozess bearbeitet diesen Import. Versuchen Sie es wieder, wenn er dort beendet ist.',
      nb: 'En annen prosess holder på med importen. Prøv igjen når den er ferdig der.',
    },
  ],
  'too-many-vanished': [
    'rule',
    {
      en: 'So many records are missing from the files that one of them may be cut short; nothing was imported. If they are gone, say so by "vanishedAtMost" in the mapping.',
      fi: 'Tiedostoista puuttuu niin monta tietuetta, että jokin niistä voi olla katkennut; mitään ei tuotu. Jos tietueet ovat poistuneet, kerro se kuvauksessa kohdalla "vanishedAtMost".',
      sv: 'Så många poster saknas i filerna att någon av dem kan vara avklippt; inget har importerats. Om de är borta, ange det med "vanishedAtMost" i mappningen.',
      de: 'In den Dateien fehlen so viele Einträge, dass eine von ihnen abgeschnitten sein kann; es wurde nichts importiert. Sind sie fort, geben Sie das in der Zuordnung mit "vanishedAtMost" an.',
      nb: 'Så mange oppføringer mangler i filene at en av dem kan være kuttet; ingenting er importert. Hvis de er borte, oppgi det med "vanishedAtMost" i tilordningen.',
    },
  ],
})

/** Somebody has changed the same since the import wrote it; the row is refused, and theirs stays. */
export function conflict(what: string): never {
  return importRefusals('changed-since-import', { field: what })
}
