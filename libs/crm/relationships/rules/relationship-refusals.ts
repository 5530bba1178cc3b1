/** What is refused of a relationship. */
import { defineRefusals } from '#kernel'

export const relationshipRefusals = defineRefusals({
  'relationship-ended': [
    'rule',
    {
      en: 'This relationship has ended; reopen it first.',
      fi: 'Tämä asiakassuhde on päättynyt; avaa se ensin uudelleen.',
      sv: 'Relationen är avslutad; återuppta den först.',
      de: 'Diese Beziehung ist beendet; nehmen Sie sie zuerst wieder auf.',
      nb: 'Relasjonen er avsluttet; gjenoppta den først.',
    },
  ],
  'relationship-not-ended': [
    'rule',
    {
      en: 'Only a relationship that has ended can be reopened.',
      fi: 'Vain päättyneen asiakassuhteen voi avata uudelleen.',
      sv: 'Bara en avslutad relation kan återupptas.',
      de: 'Wieder aufgenommen wird nur eine Beziehung, die beendet ist.',
      nb: 'Bare en avsluttet relasjon kan gjenopptas.',
    },
  ],
  'stage-moved-meanwhile': [
    'conflict',
    {
      en: 'The stage is no longer the one you saw.',
      fi: 'Vaihe ei ole enää se, jonka näit.',
      sv: 'Stadiet är inte längre det du såg.',
      de: 'Die Stufe ist nicht mehr die, die Sie gesehen haben.',
      nb: 'Trinnet er ikke lenger det du så.',
    },
  ],
  'stage-unchanged': [
    'rule',
    {
      en: 'The relationship is at this stage already.',
      fi: 'Asiakassuhde on jo tässä vaiheessa.',
      sv: 'Relationen är redan i det här stadiet.',
      de: 'Die Beziehung ist schon auf dieser Stufe.',
      nb: 'Relasjonen er allerede på dette trinnet.',
    },
  ],
  'end-by-ending': [
    'rule',
    {
      en: 'Say by whom and why the relationship ends instead of setting its stage.',
      fi: 'Kerro, kuka asiakassuhteen päättää ja miksi, sen sijaan että muutat vaihetta.',
      sv: 'Ange vem som avslutar relationen och varför i stället för att ändra stadiet.',
      de: 'Sagen Sie, wer die Beziehung beendet und warum, statt ihre Stufe zu ändern.',
      nb: 'Oppgi hvem som avslutter relasjonen og hvorfor, i stedet for å endre trinnet.',
    },
  ],
  'change-without-reason': [
    'rule',
    {
      en: 'A stage that falls or skips a step needs a reason.',
      fi: 'Vaiheen lasku tai hyppäys vaiheen yli tarvitsee perustelun.',
      sv: 'Ett lägre stadium, eller ett som hoppar över ett annat, behöver ett skäl.',
      de: 'Eine Stufe, die sinkt oder eine andere überspringt, braucht einen Grund.',
      nb: 'Et trinn ned eller forbi et annet trenger en grunn.',
    },
  ],
  'reopened-as-ended': [
    'rule',
    {
      en: 'A relationship is reopened at a stage it can be at.',
      fi: 'Asiakassuhde avataan uudelleen sellaiseen vaiheeseen, jossa se voi olla.',
      sv: 'En relation återupptas i ett stadium som den kan vara i.',
      de: 'Eine Beziehung wird auf einer Stufe wieder aufgenommen, auf der sie stehen kann.',
      nb: 'En relasjon gjenopptas på et trinn den kan stå på.',
    },
  ],
  'owner-unknown': [
    'rule',
    {
      en: 'There is no such member, or they have left.',
      fi: 'Tällaista käyttäjää ei ole, tai hän on lähtenyt.',
      sv: 'Medarbetaren finns inte, eller har slutat.',
      de: 'Dieses Mitglied gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Medarbeideren finnes ikke, eller har sluttet.',
    },
  ],
  'owner-of-other-unit': [
    'rule',
    {
      en: 'Whoever leads a relationship may write for its selling unit.',
      fi: 'Asiakassuhteesta vastaavalla on oltava kirjoitusoikeus sen myyntiyksikössä.',
      sv: 'Den som leder en relation måste få skriva för dess säljenhet.',
      de: 'Wer eine Beziehung führt, muss für ihre Vertriebseinheit schreiben dürfen.',
      nb: 'Den som leder en relasjon, må kunne skrive for salgsenheten.',
    },
  ],
  'target-not-a-stage': [
    'rule',
    {
      en: 'A target is a stage to reach: not the end, and no day alone.',
      fi: 'Tavoite on saavutettava vaihe: ei päättyminen eikä pelkkä päivä.',
      sv: 'Ett mål är ett stadium att nå: inte slutet, och inte bara en dag.',
      de: 'Ein Ziel ist eine Stufe, die erreicht werden soll: nicht das Ende und nicht nur ein Tag.',
      nb: 'Et mål er et trinn å nå: ikke slutten, og ikke bare en dag.',
    },
  ],
  'target-in-the-past': [
    'rule',
    {
      en: 'A target lies ahead.',
      fi: 'Tavoite on edessäpäin.',
      sv: 'Ett mål ligger framåt i tiden.',
      de: 'Ein Ziel liegt in der Zukunft.',
      nb: 'Et mål ligger fram i tid.',
    },
  ],
  'relationship-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer to have a relationship with.',
      fi: 'Tällaista asiakasta ei ole.',
      sv: 'Det finns ingen sådan kund att ha en relation till.',
      de: 'Den Kunden, zu dem die Beziehung bestünde, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å ha en relasjon til.',
    },
  ],
  'relationship-unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
  'relationship-malformed': [
    'not-found',
    {
      en: 'A relationship is named by customer and selling unit: <customer>.<unit>.',
      fi: 'Asiakassuhde nimetään asiakkaan ja myyntiyksikön mukaan: <customer>.<unit>.',
      sv: 'En relation anges med kund och säljenhet: <customer>.<unit>.',
      de: 'Eine Beziehung wird mit Kunde und Vertriebseinheit genannt: <customer>.<unit>.',
      nb: 'En relasjon oppgis med kunde og salgsenhet: <customer>.<unit>.',
    },
  ],
})
