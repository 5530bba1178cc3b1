/** What is refused of a contact. */
import { defineRefusals } from '#kernel'

export const contactRefusals = defineRefusals({
  'contact-unknown': [
    'not-found',
    {
      en: 'There is no such contact, or it is not yours to see.',
      fi: 'Tällaista yhteyshenkilöä ei ole, tai hän ei kuulu sinun nähtäviisi.',
      sv: 'Kontaktpersonen finns inte, eller så har du inte behörighet att se den.',
      de: 'Diese Kontaktperson gibt es nicht, oder Sie dürfen sie nicht sehen.',
      nb: 'Kontaktpersonen finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'contact-exists': [
    'conflict',
    {
      en: 'This contact has been registered already.',
      fi: 'Tämä yhteyshenkilö on jo lisätty.',
      sv: 'Kontaktpersonen är redan registrerad.',
      de: 'Diese Kontaktperson ist schon erfasst.',
      nb: 'Kontaktpersonen er allerede registrert.',
    },
  ],
  'contact-without-name': [
    'rule',
    {
      en: 'A contact needs a name.',
      fi: 'Yhteyshenkilö tarvitsee nimen.',
      sv: 'En kontaktperson behöver ett namn.',
      de: 'Eine Kontaktperson braucht einen Namen.',
      nb: 'En kontaktperson trenger et navn.',
    },
  ],
  'post-held-already': [
    'rule',
    {
      en: 'This contact has a post at this customer; end it before a new one begins.',
      fi: 'Yhteyshenkilöllä on jo tehtävä tällä asiakkaalla; päätä se ennen kuin uusi alkaa.',
      sv: 'Kontaktpersonen har redan en befattning hos kunden; avsluta den innan en ny börjar.',
      de: 'Diese Kontaktperson hat schon eine Stelle bei diesem Kunden; beenden Sie sie, bevor eine neue beginnt.',
      nb: 'Kontaktpersonen har allerede en stilling hos denne kunden; avslutt den før en ny begynner.',
    },
  ],
  'post-not-held': [
    'rule',
    {
      en: 'This contact has no post at this customer.',
      fi: 'Yhteyshenkilöllä ei ole tehtävää tällä asiakkaalla.',
      sv: 'Kontaktpersonen har ingen befattning hos kunden.',
      de: 'Diese Kontaktperson hat keine Stelle bei diesem Kunden.',
      nb: 'Kontaktpersonen har ingen stilling hos denne kunden.',
    },
  ],
  'post-ends-before-start': [
    'rule',
    {
      en: 'A post cannot end before it began.',
      fi: 'Tehtävä ei voi päättyä ennen kuin se on alkanut.',
      sv: 'En befattning kan inte sluta innan den har börjat.',
      de: 'Eine Stelle kann nicht enden, bevor sie begonnen hat.',
      nb: 'En stilling kan ikke slutte før den har begynt.',
    },
  ],
  'post-ends-ahead': [
    'rule',
    {
      en: 'The last day of a post is said once it has come.',
      fi: 'Tehtävän viimeinen päivä kirjataan vasta, kun se on tullut.',
      sv: 'En befattnings sista dag anges först när den har kommit.',
      de: 'Der letzte Tag einer Stelle wird erst angegeben, wenn er gekommen ist.',
      nb: 'Siste dag i en stilling oppgis først når den er kommet.',
    },
  ],
  'post-without-level': [
    'rule',
    {
      en: 'A post has a level.',
      fi: 'Tehtävälle on kerrottava taso.',
      sv: 'En befattning behöver en nivå.',
      de: 'Eine Stelle braucht eine Ebene.',
      nb: 'En stilling må ha et nivå.',
    },
  ],
  'post-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer for this contact to have a post at.',
      fi: 'Tällaista asiakasta, jolla yhteyshenkilö voisi toimia, ei ole.',
      sv: 'Det finns ingen sådan kund att ha en befattning hos.',
      de: 'Diesen Kunden, bei dem die Kontaktperson eine Stelle hätte, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å ha en stilling hos.',
    },
  ],
  'duplicate-contact-unknown': [
    'rule',
    {
      en: 'There is no such other contact.',
      fi: 'Tällaista toista yhteyshenkilöä ei ole.',
      sv: 'Det finns ingen sådan annan kontaktperson.',
      de: 'Diese andere Kontaktperson gibt es nicht.',
      nb: 'Det finnes ingen slik annen kontaktperson.',
    },
  ],
  'consent-not-given': [
    'rule',
    {
      en: 'There is no such consent to withdraw.',
      fi: 'Tällaista suostumusta ei ole annettu, joten sitä ei voi perua.',
      sv: 'Det finns inget sådant samtycke att återkalla.',
      de: 'Diese Einwilligung gibt es nicht; sie kann nicht widerrufen werden.',
      nb: 'Det finnes ikke noe slikt samtykke å trekke tilbake.',
    },
  ],
})
