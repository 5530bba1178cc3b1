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
