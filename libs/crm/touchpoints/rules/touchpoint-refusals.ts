/** What is refused of a touchpoint. */
import { defineRefusals } from '#kernel'

export const touchpointRefusals = defineRefusals({
  'touchpoint-exists': [
    'conflict',
    {
      en: 'This touchpoint has been recorded already.',
      fi: 'Tämä kohtaaminen on jo kirjattu.',
      sv: 'Kontakten är redan registrerad.',
      de: 'Dieser Kontakt ist schon erfasst.',
      nb: 'Kontakten er allerede registrert.',
    },
  ],
  'touchpoint-unknown': [
    'not-found',
    {
      en: 'There is no such touchpoint, or it is not yours to see.',
      fi: 'Tällaista kohtaamista ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Kontakten finns inte, eller så har du inte behörighet att se den.',
      de: 'Diesen Kontakt gibt es nicht, oder Sie dürfen ihn nicht sehen.',
      nb: 'Kontakten finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'touchpoint-not-planned': [
    'rule',
    {
      en: 'Only a planned meeting or visit can be moved, cancelled or held.',
      fi: 'Vain sovitun tapaamisen tai käynnin voi siirtää, perua tai merkitä pidetyksi.',
      sv: 'Bara ett planerat möte eller besök kan flyttas, ställas in eller hållas.',
      de: 'Nur ein geplantes Treffen oder ein geplanter Besuch kann verschoben, abgesagt oder gehalten werden.',
      nb: 'Bare et planlagt møte eller besøk kan flyttes, avlyses eller holdes.',
    },
  ],
  'touchpoint-not-held': [
    'rule',
    {
      en: 'Only what took place can be evaluated or added to.',
      fi: 'Vain sitä, mikä on tapahtunut, voi arvioida tai täydentää.',
      sv: 'Bara det som har ägt rum kan utvärderas eller kompletteras.',
      de: 'Nur was stattgefunden hat, kann ausgewertet oder ergänzt werden.',
      nb: 'Bare det som har funnet sted, kan evalueres eller utfylles.',
    },
  ],
  'touchpoint-other-kind': [
    'rule',
    {
      en: 'It was planned as another kind of touchpoint.',
      fi: 'Se sovittiin toisenlaisena kohtaamisena.',
      sv: 'Det planerades som ett annat slags kontakt.',
      de: 'Es war als Kontakt anderer Art geplant.',
      nb: 'Det ble planlagt som en annen type kontakt.',
    },
  ],
  'touchpoint-held-elsewhere': [
    'rule',
    {
      en: 'It was planned with another leading customer or by another unit; restate the plan first.',
      fi: 'Se sovittiin toisen pääasiakkaan kanssa tai toisessa yksikössä; korjaa ensin suunnitelma.',
      sv: 'Det planerades med en annan huvudkund eller av en annan enhet; rätta planen först.',
      de: 'Es war mit einem anderen führenden Kunden oder von einer anderen Einheit geplant; berichtigen Sie zuerst den Plan.',
      nb: 'Det ble planlagt med en annen hovedkunde eller av en annen enhet; rett planen først.',
    },
  ],
  'touchpoint-planned-long-past': [
    'rule',
    {
      en: 'This would have been planned for more than a year earlier.',
      fi: 'Tämä olisi sovittu yli vuotta aiempaan aikaan.',
      sv: 'Detta skulle ha planerats till mer än ett år tidigare.',
      de: 'Das wäre für mehr als ein Jahr früher geplant.',
      nb: 'Dette ville vært planlagt til mer enn ett år tidligere.',
    },
  ],
  'touchpoint-without-customer': [
    'rule',
    {
      en: 'A touchpoint needs at least one customer.',
      fi: 'Kohtaamisella on vähintään yksi asiakas.',
      sv: 'En kontakt behöver minst en kund.',
      de: 'Ein Kontakt braucht mindestens einen Kunden.',
      nb: 'En kontakt trenger minst én kunde.',
    },
  ],
  'touchpoint-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer to meet.',
      fi: 'Tällaista asiakasta, joka tavata, ei ole.',
      sv: 'Det finns ingen sådan kund att träffa.',
      de: 'Diesen Kunden gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å møte.',
    },
  ],
  'touchpoint-contact-unknown': [
    'rule',
    {
      en: 'There is no such person to meet.',
      fi: 'Tällaista yhteyshenkilöä ei ole.',
      sv: 'Det finns ingen sådan person att träffa.',
      de: 'Diese Kontaktperson gibt es nicht.',
      nb: 'Det finnes ingen slik person å møte.',
    },
  ],
  'touchpoint-member-unknown': [
    'rule',
    {
      en: 'There is no such member who was present.',
      fi: 'Tällaista käyttäjää, joka oli läsnä, ei ole.',
      sv: 'Det finns ingen sådan medarbetare som var med.',
      de: 'Das Mitglied, das dabei gewesen wäre, gibt es nicht.',
      nb: 'Det finnes ingen slik medarbeider som var med.',
    },
  ],
  'touchpoint-opportunity-unknown': [
    'rule',
    {
      en: 'There is no such opportunity that it is about.',
      fi: 'Tällaista myyntimahdollisuutta, jota tämä koskisi, ei ole.',
      sv: 'Det finns ingen sådan affärsmöjlighet som det gäller.',
      de: 'Die Verkaufschance, um die es ginge, gibt es nicht.',
      nb: 'Det finnes ingen slik salgsmulighet som det gjelder.',
    },
  ],
  'touchpoint-project-unknown': [
    'rule',
    {
      en: 'There is no such project of the customer that it is about.',
      fi: 'Tällaista asiakkaan hanketta, jota tämä koskisi, ei ole.',
      sv: 'Det finns inget sådant kundprojekt som det gäller.',
      de: 'Das Kundenprojekt, um das es ginge, gibt es nicht.',
      nb: 'Det finnes ikke noe slikt kundeprosjekt som det gjelder.',
    },
  ],
  'touchpoint-began-twice': [
    'rule',
    {
      en: 'What they turned to us with was not started by us unasked.',
      fi: 'Jos asiakas kääntyi puoleemme, emme aloittaneet pyytämättä.',
      sv: 'Det som kunden själv vände sig till oss med började inte på vårt initiativ.',
      de: 'Womit der Kunde auf uns zukam, haben nicht wir unaufgefordert begonnen.',
      nb: 'Det kunden selv henvendte seg om, begynte ikke på vårt initiativ.',
    },
  ],
  'touchpoint-says-nothing': [
    'rule',
    {
      en: 'Say something: a sentence is enough.',
      fi: 'Kirjoita jotakin: yksi lause riittää.',
      sv: 'Skriv något: en mening räcker.',
      de: 'Schreiben Sie etwas: ein Satz genügt.',
      nb: 'Skriv noe: én setning er nok.',
    },
  ],
  'touchpoint-not-evaluable': [
    'rule',
    {
      en: 'Only meetings and visits have a goal that is reached or not.',
      fi: 'Vain tapaamisilla ja käynneillä on tavoite, joka saavutetaan tai ei.',
      sv: 'Bara möten och besök har ett mål som nås eller inte.',
      de: 'Nur Treffen und Besuche haben ein Ziel, das erreicht wird oder nicht.',
      nb: 'Bare møter og besøk har et mål som nås eller ikke.',
    },
  ],
  'touchpoint-evaluated': [
    'rule',
    {
      en: 'It has been evaluated already; restate the evaluation instead.',
      fi: 'Se on jo arvioitu; korjaa arviointia.',
      sv: 'Det är redan utvärderat; rätta utvärderingen i stället.',
      de: 'Es ist schon ausgewertet; berichtigen Sie stattdessen die Auswertung.',
      nb: 'Det er allerede evaluert; rett evalueringen i stedet.',
    },
  ],
  'touchpoint-gist-exists': [
    'rule',
    {
      en: 'It has its gist in a sentence already; restate that instead.',
      fi: 'Siitä on jo tiivistys; korjaa sitä.',
      sv: 'Den har redan en sammanfattning; rätta den i stället.',
      de: 'Die Kernaussage steht schon in einem Satz da; berichtigen Sie diesen.',
      nb: 'Den har allerede en oppsummering; rett den i stedet.',
    },
  ],
  'touchpoint-not-private': [
    'rule',
    {
      en: 'Only a private note can be kept private, and only by its writer.',
      fi: 'Vain yksityisen muistiinpanon voi pitää yksityisenä, ja vain sen kirjoittaja.',
      sv: 'Bara en privat anteckning kan hållas privat, och bara av den som skrev den.',
      de: 'Nur eine private Notiz kann privat bleiben, und nur wer sie schrieb, kann das bestimmen.',
      nb: 'Bare et privat notat kan holdes privat, og bare av den som skrev det.',
    },
  ],
  'touchpoint-shared': [
    'rule',
    {
      en: 'Everybody reads this note by now; it cannot be kept private any more.',
      fi: 'Kaikki voivat jo lukea tämän muistiinpanon; sitä ei voi enää pitää yksityisenä.',
      sv: 'Alla kan redan läsa anteckningen; den kan inte längre hållas privat.',
      de: 'Diese Notiz können schon alle lesen; privat kann sie nicht mehr bleiben.',
      nb: 'Alle kan allerede lese notatet; det kan ikke lenger holdes privat.',
    },
  ],
  'touchpoint-private': [
    'rule',
    {
      en: 'A private note is not added to; restate it instead.',
      fi: 'Yksityistä muistiinpanoa ei täydennetä; korjaa sitä.',
      sv: 'En privat anteckning kompletteras inte; rätta den i stället.',
      de: 'Eine private Notiz wird nicht ergänzt; berichtigen Sie sie stattdessen.',
      nb: 'Et privat notat utfylles ikke; rett det i stedet.',
    },
  ],
  'touchpoint-private-promise': [
    'rule',
    {
      en: 'Private notes carry no promises; note what you promised where all see it.',
      fi: 'Yksityisissä muistiinpanoissa ei ole lupauksia; kirjaa lupaus sinne, missä kaikki näkevät sen.',
      sv: 'Privata anteckningar innehåller inga löften; anteckna löftet där alla ser det.',
      de: 'Private Notizen enthalten keine Zusagen; halten Sie die Zusage fest, wo alle sie sehen.',
      nb: 'Private notater inneholder ingen løfter; noter løftet der alle ser det.',
    },
  ],
  'unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
})
