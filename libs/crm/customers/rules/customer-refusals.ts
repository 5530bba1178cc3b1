/** What is refused of a customer. */
import { defineRefusals } from '#kernel'

export const customerRefusals = defineRefusals({
  'customer-unknown': [
    'not-found',
    {
      en: 'There is no such customer, or it is not yours to see.',
      fi: 'Tällaista asiakasta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Kunden finns inte, eller så har du inte behörighet att se den.',
      de: 'Diesen Kunden gibt es nicht, oder Sie dürfen ihn nicht sehen.',
      nb: 'Kunden finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'customer-exists': [
    'conflict',
    {
      en: 'This customer has been registered already.',
      fi: 'Tämä asiakas on jo rekisteröity.',
      sv: 'Kunden är redan registrerad.',
      de: 'Dieser Kunde ist schon erfasst.',
      nb: 'Kunden er allerede registrert.',
    },
  ],
  'customer-without-name': [
    'rule',
    {
      en: 'A customer needs a name.',
      fi: 'Asiakas tarvitsee nimen.',
      sv: 'En kund behöver ett namn.',
      de: 'Ein Kunde braucht einen Namen.',
      nb: 'En kunde trenger et navn.',
    },
  ],
  'parent-is-itself': [
    'rule',
    {
      en: 'A customer cannot be its own parent.',
      fi: 'Asiakas ei voi olla oma emoyhtiönsä.',
      sv: 'En kund kan inte vara sitt eget moderbolag.',
      de: 'Ein Kunde kann nicht sein eigenes Mutterunternehmen sein.',
      nb: 'En kunde kan ikke være sitt eget morselskap.',
    },
  ],
  'parent-unknown': [
    'rule',
    {
      en: 'There is no such customer to be the parent.',
      fi: 'Tällaista asiakasta emoyhtiöksi ei ole.',
      sv: 'Det finns ingen sådan kund som kan vara moderbolag.',
      de: 'Den Kunden, der das Mutterunternehmen wäre, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde som kan være morselskap.',
    },
  ],
  'parent-closes-circle': [
    'rule',
    {
      en: 'This customer is among those that the other belongs to.',
      fi: 'Tämä asiakas on niiden joukossa, joihin toinen kuuluu.',
      sv: 'Den här kunden hör till dem som den andra tillhör.',
      de: 'Dieser Kunde ist unter denen, zu denen der andere gehört.',
      nb: 'Denne kunden er blant dem som den andre tilhører.',
    },
  ],
  'duplicate-of-itself': [
    'rule',
    {
      en: 'A customer is no duplicate of itself.',
      fi: 'Asiakas ei ole oma kaksoiskappaleensa.',
      sv: 'En kund är ingen dubblett av sig själv.',
      de: 'Ein Kunde ist keine Dublette seiner selbst.',
      nb: 'En kunde er ingen dublett av seg selv.',
    },
  ],
  'duplicate-unknown': [
    'rule',
    {
      en: 'There is no such customer to be a duplicate of.',
      fi: 'Tällaista asiakasta, jonka kaksoiskappale tämä olisi, ei ole.',
      sv: 'Det finns ingen sådan kund att vara dubblett av.',
      de: 'Den Kunden, dessen Dublette das wäre, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å være dublett av.',
    },
  ],
  'site-unknown': [
    'rule',
    {
      en: 'This customer has no such site.',
      fi: 'Asiakkaalla ei ole tällaista toimipaikkaa.',
      sv: 'Kunden har ingen sådan anläggning.',
      de: 'Diesen Standort hat der Kunde nicht.',
      nb: 'Kunden har ikke noe slikt anlegg.',
    },
  ],
  'website-of-other-scheme': [
    'rule',
    {
      en: 'A website begins with http:// or https://, or with its name.',
      fi: 'Verkkosivun osoite alkaa http:// tai https:// tai suoraan nimellään.',
      sv: 'En webbplats börjar med http:// eller https://, eller med sitt namn.',
      de: 'Eine Website beginnt mit http:// oder https:// oder mit ihrem Namen.',
      nb: 'Et nettsted begynner med http:// eller https://, eller med navnet sitt.',
    },
  ],
})
