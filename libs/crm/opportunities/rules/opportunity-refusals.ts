/** What is refused of an opportunity. */
import { defineRefusals } from '#kernel'

export const opportunityRefusals = defineRefusals({
  'opportunity-exists': [
    'conflict',
    {
      en: 'This opportunity has been opened already.',
      fi: 'Tämä myyntimahdollisuus on jo avattu.',
      sv: 'Affärsmöjligheten är redan öppnad.',
      de: 'Diese Verkaufschance ist schon eröffnet.',
      nb: 'Salgsmuligheten er allerede åpnet.',
    },
  ],
  'opportunity-unknown': [
    'not-found',
    {
      en: 'There is no such opportunity, or it is not yours to see.',
      fi: 'Tällaista myyntimahdollisuutta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Affärsmöjligheten finns inte, eller så har du inte behörighet att se den.',
      de: 'Diese Verkaufschance gibt es nicht, oder Sie dürfen sie nicht sehen.',
      nb: 'Salgsmuligheten finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'opportunity-not-open': [
    'rule',
    {
      en: 'This opportunity is won or lost; reopen it first.',
      fi: 'Tämä myyntimahdollisuus on voitettu tai hävitty; avaa se ensin uudelleen.',
      sv: 'Affärsmöjligheten är vunnen eller förlorad; öppna den igen först.',
      de: 'Diese Verkaufschance ist gewonnen oder verloren; eröffnen Sie sie zuerst wieder.',
      nb: 'Salgsmuligheten er vunnet eller tapt; åpne den igjen først.',
    },
  ],
  'opportunity-still-open': [
    'rule',
    {
      en: 'Only an opportunity that was won or lost can be reopened.',
      fi: 'Vain voitetun tai hävityn myyntimahdollisuuden voi avata uudelleen.',
      sv: 'Bara en affärsmöjlighet som är vunnen eller förlorad kan öppnas igen.',
      de: 'Wieder eröffnet wird nur, was gewonnen oder verloren war.',
      nb: 'Bare en salgsmulighet som er vunnet eller tapt, kan åpnes igjen.',
    },
  ],
  'opportunity-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer to sell to.',
      fi: 'Tällaista asiakasta, jolle myydä, ei ole.',
      sv: 'Det finns ingen sådan kund att sälja till.',
      de: 'Diesen Kunden gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å selge til.',
    },
  ],
  'opportunity-unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
  'opportunity-member-unknown': [
    'rule',
    {
      en: 'There is no such member, or they have left.',
      fi: 'Tällaista käyttäjää ei ole, tai hän on lähtenyt.',
      sv: 'Medarbetaren finns inte, eller har slutat.',
      de: 'Dieses Mitglied gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Medarbeideren finnes ikke, eller har sluttet.',
    },
  ],
  'opportunity-product-unknown': [
    'rule',
    {
      en: 'There is no such product, or it was withdrawn.',
      fi: 'Tällaista tuotetta ei ole, tai se on poistettu valikoimasta.',
      sv: 'Produkten finns inte, eller så är den indragen.',
      de: 'Dieses Produkt gibt es nicht, oder es ist zurückgezogen.',
      nb: 'Produktet finnes ikke, eller det er trukket tilbake.',
    },
  ],
  'opportunity-without-name': [
    'rule',
    {
      en: 'An opportunity needs a name.',
      fi: 'Myyntimahdollisuus tarvitsee nimen.',
      sv: 'En affärsmöjlighet behöver ett namn.',
      de: 'Eine Verkaufschance braucht einen Namen.',
      nb: 'En salgsmulighet trenger et navn.',
    },
  ],
  'stage-of-other-profile': [
    'rule',
    {
      en: 'Opportunities of this profile do not have this stage.',
      fi: 'Tämänlaisilla myyntimahdollisuuksilla ei ole tätä myyntivaihetta.',
      sv: 'Affärsmöjligheter av det här slaget har inte det här skedet.',
      de: 'Verkaufschancen dieser Art haben diese Phase nicht.',
      nb: 'Salgsmuligheter av denne typen har ikke denne fasen.',
    },
  ],
  'lines-in-several-currencies': [
    'rule',
    {
      en: 'A value can follow lines only when there are some, all in one currency.',
      fi: 'Arvo voi seurata rivejä vain, kun niitä on ja kaikki ovat samassa valuutassa.',
      sv: 'Ett värde kan följa raderna bara när det finns några, alla i samma valuta.',
      de: 'Ein Wert folgt den Zeilen nur, wenn es welche gibt, alle in einer Währung.',
      nb: 'En verdi kan følge linjene bare når det finnes noen, alle i samme valuta.',
    },
  ],
  'credit-not-whole': [
    'rule',
    {
      en: 'The shares of a credit make 100 per cent together.',
      fi: 'Osuuksien on oltava yhteensä 100 prosenttia.',
      sv: 'Andelarna ska vara 100 procent tillsammans.',
      de: 'Die Anteile ergeben zusammen 100 Prozent.',
      nb: 'Andelene skal være 100 prosent til sammen.',
    },
  ],
  'credit-repeated': [
    'rule',
    {
      en: 'A member has one share for each unit.',
      fi: 'Käyttäjällä on yksi osuus kutakin yksikköä kohti.',
      sv: 'En medarbetare har en andel för varje enhet.',
      de: 'Ein Mitglied hat je Einheit einen Anteil.',
      nb: 'En medarbeider har én andel for hver enhet.',
    },
  ],
  'opportunity-contact-unknown': [
    'rule',
    {
      en: 'There is no such contact.',
      fi: 'Tällaista yhteyshenkilöä ei ole.',
      sv: 'Kontaktpersonen finns inte.',
      de: 'Diese Kontaktperson gibt es nicht.',
      nb: 'Kontaktpersonen finnes ikke.',
    },
  ],
  'opportunity-project-unknown': [
    'rule',
    {
      en: 'There is no such project of a customer.',
      fi: 'Tällaista asiakkaan hanketta ei ole.',
      sv: 'Kundprojektet finns inte.',
      de: 'Dieses Kundenprojekt gibt es nicht.',
      nb: 'Kundeprosjektet finnes ikke.',
    },
  ],
  'value-below-zero': [
    'rule',
    {
      en: 'What is sold is worth nothing at least.',
      fi: 'Myytävän arvo on vähintään nolla.',
      sv: 'Det som säljs är värt minst noll.',
      de: 'Was verkauft wird, ist mindestens null wert.',
      nb: 'Det som selges, er verdt minst null.',
    },
  ],
  'win-worth-nothing': [
    'rule',
    {
      en: 'A win is worth more than nothing: give an amount, or none where nobody knows it.',
      fi: 'Voitetun kaupan arvo on enemmän kuin nolla: anna summa, tai jätä se pois, jos sitä ei tiedetä.',
      sv: 'En vunnen affär är värd mer än noll: ange ett belopp, eller inget om ingen vet det.',
      de: 'Ein Gewinn ist mehr als null wert: Geben Sie einen Betrag an, oder keinen, wenn ihn niemand kennt.',
      nb: 'En vunnet sak er verdt mer enn null: oppgi et beløp, eller ingenting hvis ingen vet det.',
    },
  ],
})
