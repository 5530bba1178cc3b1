/** What is refused of a project of a customer. */
import { defineRefusals } from '#kernel'

export const customerProjectRefusals = defineRefusals({
  'customer-project-exists': [
    'conflict',
    {
      en: 'This project has been recorded already.',
      fi: 'Tämä hanke on jo kirjattu.',
      sv: 'Kundprojektet är redan registrerat.',
      de: 'Dieses Kundenprojekt ist schon erfasst.',
      nb: 'Kundeprosjektet er allerede registrert.',
    },
  ],
  'customer-project-unknown': [
    'not-found',
    {
      en: 'There is no such project, or it is not yours to see.',
      fi: 'Tällaista hanketta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Kundprojektet finns inte, eller så har du inte behörighet att se det.',
      de: 'Dieses Kundenprojekt gibt es nicht, oder Sie dürfen es nicht sehen.',
      nb: 'Kundeprosjektet finnes ikke, eller du har ikke tilgang til det.',
    },
  ],
  'customer-project-settled': [
    'rule',
    {
      en: 'The customer has decided or dropped this project.',
      fi: 'Asiakas on jo päättänyt hankkeesta tai luopunut siitä.',
      sv: 'Kunden har redan beslutat om projektet eller lagt ned det.',
      de: 'Der Kunde hat über dieses Projekt schon entschieden oder es aufgegeben.',
      nb: 'Kunden har allerede besluttet prosjektet eller lagt det ned.',
    },
  ],
  'customer-project-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer whose project it could be.',
      fi: 'Tällaista asiakasta, jonka hanke tämä olisi, ei ole.',
      sv: 'Det finns ingen sådan kund som projektet kan tillhöra.',
      de: 'Den Kunden, dessen Projekt das wäre, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde som prosjektet kan tilhøre.',
    },
  ],
  'customer-project-unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
  'customer-project-site-unknown': [
    'rule',
    {
      en: 'This customer has no such site.',
      fi: 'Asiakkaalla ei ole tällaista toimipaikkaa.',
      sv: 'Kunden har ingen sådan anläggning.',
      de: 'Diesen Standort hat der Kunde nicht.',
      nb: 'Kunden har ikke noe slikt anlegg.',
    },
  ],
  'customer-project-contact-unknown': [
    'rule',
    {
      en: 'There is no such contact to decide.',
      fi: 'Tällaista yhteyshenkilöä, joka päättäisi hankkeesta, ei ole.',
      sv: 'Det finns ingen sådan kontaktperson som kan besluta.',
      de: 'Die Kontaktperson, die entscheiden soll, gibt es nicht.',
      nb: 'Det finnes ingen slik kontaktperson som kan bestemme.',
    },
  ],
  'customer-project-touchpoint-unknown': [
    'rule',
    {
      en: 'There is no such touchpoint to have learned of it from.',
      fi: 'Tällaista kohtaamista, jossa hankkeesta olisi kuultu, ei ole.',
      sv: 'Det finns ingen sådan kontakt där ni fick veta det.',
      de: 'Den Kontakt, bei dem Sie davon erfahren haben, gibt es nicht.',
      nb: 'Det finnes ingen slik kontakt der dere fikk vite om det.',
    },
  ],
  'customer-project-value-below-zero': [
    'rule',
    {
      en: 'A project is worth nothing at least.',
      fi: 'Hankkeen arvo on vähintään nolla.',
      sv: 'Ett projekt är värt minst noll.',
      de: 'Ein Projekt ist mindestens null wert.',
      nb: 'Et prosjekt er verdt minst null.',
    },
  ],
  'customer-project-incomplete': [
    'rule',
    {
      en: 'A project keeps its name, its kind and what it is about.',
      fi: 'Hankkeella on aina nimi, laji ja tieto siitä, mitä se koskee.',
      sv: 'Ett projekt behåller sitt namn, sitt slag och vad det gäller.',
      de: 'Ein Projekt behält seinen Namen, seine Art und worum es geht.',
      nb: 'Et prosjekt beholder navnet, typen og hva det gjelder.',
    },
  ],
  'rival-without-loss': [
    'rule',
    {
      en: 'A rival is named only when the customer bought from one.',
      fi: 'Kilpailija nimetään vain, kun asiakas osti siltä.',
      sv: 'En konkurrent anges bara när kunden har köpt av den.',
      de: 'Ein Mitbewerber wird nur genannt, wenn der Kunde bei ihm gekauft hat.',
      nb: 'En konkurrent oppgis bare når kunden har kjøpt av den.',
    },
  ],
})
