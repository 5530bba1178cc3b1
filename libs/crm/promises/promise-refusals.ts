/** What is refused of a promise. */
import { defineRefusals } from '#kernel'

export const promiseRefusals = defineRefusals({
  'promise-exists': [
    'conflict',
    {
      en: 'This promise has been made already.',
      fi: 'Tämä lupaus on jo annettu.',
      sv: 'Löftet är redan givet.',
      de: 'Diese Zusage ist schon gegeben.',
      nb: 'Løftet er allerede gitt.',
    },
  ],
  'promise-unknown': [
    'not-found',
    {
      en: 'There is no such promise, or it is not yours to see.',
      fi: 'Tällaista lupausta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Löftet finns inte, eller så har du inte behörighet att se det.',
      de: 'Diese Zusage gibt es nicht, oder Sie dürfen sie nicht sehen.',
      nb: 'Løftet finnes ikke, eller du har ikke tilgang til det.',
    },
  ],
  'promise-settled': [
    'rule',
    {
      en: 'This promise was kept or withdrawn.',
      fi: 'Tämä lupaus on pidetty tai peruttu.',
      sv: 'Löftet är hållet eller återtaget.',
      de: 'Diese Zusage ist eingehalten oder zurückgezogen.',
      nb: 'Løftet er holdt eller trukket tilbake.',
    },
  ],
  'promise-customer-unknown': [
    'rule',
    {
      en: 'There is no such customer to promise anything.',
      fi: 'Tällaista asiakasta, jolle luvata, ei ole.',
      sv: 'Det finns ingen sådan kund att lova något.',
      de: 'Den Kunden, dem etwas zugesagt würde, gibt es nicht.',
      nb: 'Det finnes ingen slik kunde å love noe.',
    },
  ],
  'promise-unit-unknown': [
    'rule',
    {
      en: 'There is no such selling unit, or it is closed.',
      fi: 'Tällaista myyntiyksikköä ei ole, tai se on suljettu.',
      sv: 'Säljenheten finns inte, eller så är den stängd.',
      de: 'Diese Vertriebseinheit gibt es nicht, oder sie ist geschlossen.',
      nb: 'Salgsenheten finnes ikke, eller den er stengt.',
    },
  ],
  'promise-contact-unknown': [
    'rule',
    {
      en: 'There is no such person to give the word to.',
      fi: 'Tällaista henkilöä, jolle luvata, ei ole.',
      sv: 'Det finns ingen sådan person att ge löftet till.',
      de: 'Die Person, der etwas zugesagt würde, gibt es nicht.',
      nb: 'Det finnes ingen slik person å gi løftet til.',
    },
  ],
  'promise-touchpoint-unknown': [
    'rule',
    {
      en: 'There is no such touchpoint in which it was promised.',
      fi: 'Tällaista kohtaamista, jossa luvattiin, ei ole.',
      sv: 'Det finns ingen sådan kontakt där löftet gavs.',
      de: 'Den Kontakt, bei dem das zugesagt wurde, gibt es nicht.',
      nb: 'Det finnes ingen slik kontakt der løftet ble gitt.',
    },
  ],
  'promise-in-private-note': [
    'rule',
    {
      en: 'Private notes carry no promises.',
      fi: 'Yksityisissä muistiinpanoissa ei ole lupauksia.',
      sv: 'Privata anteckningar innehåller inga löften.',
      de: 'Private Notizen enthalten keine Zusagen.',
      nb: 'Private notater inneholder ingen løfter.',
    },
  ],
  'promise-owner-unknown': [
    'rule',
    {
      en: 'There is no such member to answer for it, or they have left.',
      fi: 'Tällaista käyttäjää, joka vastaisi lupauksesta, ei ole, tai hän on lähtenyt.',
      sv: 'Medarbetaren som skulle ansvara finns inte, eller har slutat.',
      de: 'Das Mitglied, das dafür einstehen soll, gibt es nicht, oder es ist ausgeschieden.',
      nb: 'Medarbeideren som skulle ha ansvaret, finnes ikke, eller har sluttet.',
    },
  ],
  'promise-owner-cannot-write': [
    'rule',
    {
      en: 'This member records nothing of customers, and cannot answer for it.',
      fi: 'Tämä käyttäjä ei kirjaa mitään asiakkaista eikä voi vastata lupauksesta.',
      sv: 'Medarbetaren antecknar inget om kunder och kan inte ansvara för löftet.',
      de: 'Dieses Mitglied hält nichts über Kunden fest und kann nicht dafür einstehen.',
      nb: 'Medarbeideren registrerer ingenting om kunder og kan ikke ha ansvaret for løftet.',
    },
  ],
  'promise-without-due': [
    'rule',
    {
      en: 'Say when it is due: as a moment, or as hours from now; one of the two.',
      fi: 'Kerro, milloin se erääntyy: hetkenä tai tunteina tästä eteenpäin, vain toisella tavalla.',
      sv: 'Ange när det ska vara klart: som en tidpunkt eller som timmar från nu, ett av dem.',
      de: 'Sagen Sie, wann es fällig ist: als Zeitpunkt oder in Stunden ab jetzt, eins von beiden.',
      nb: 'Si når det forfaller: som et tidspunkt eller som timer fra nå, én av delene.',
    },
  ],
  'promise-due-before-made': [
    'rule',
    {
      en: 'A promise is due after it was made.',
      fi: 'Lupaus erääntyy vasta antamisensa jälkeen.',
      sv: 'Ett löfte förfaller efter att det har getts.',
      de: 'Eine Zusage wird fällig, nachdem sie gegeben ist.',
      nb: 'Et løfte forfaller etter at det er gitt.',
    },
  ],
  'promise-never-at-work': [
    'rule',
    {
      en: 'The unit has no business hours, so this clock never runs.',
      fi: 'Yksiköllä ei ole työaikaa, joten tämä kello ei koskaan käy.',
      sv: 'Enheten har ingen arbetstid, så den här klockan går aldrig.',
      de: 'Die Einheit hat keine Geschäftszeiten, also läuft diese Uhr nie.',
      nb: 'Enheten har ingen arbeidstid, så denne klokken går aldri.',
    },
  ],
  'promise-not-offered': [
    'rule',
    {
      en: 'Nobody is asked to accept this promise.',
      fi: 'Keneltäkään ei odoteta tämän lupauksen hyväksymistä.',
      sv: 'Ingen är ombedd att ta över löftet.',
      de: 'Niemand ist gebeten, diese Zusage zu übernehmen.',
      nb: 'Ingen er bedt om å overta løftet.',
    },
  ],
  'promise-not-offered-to-you': [
    'forbidden',
    {
      en: 'Only the member it is offered to accepts or declines it.',
      fi: 'Vain se käyttäjä, jolle lupausta tarjotaan, hyväksyy sen tai kieltäytyy siitä.',
      sv: 'Bara den medarbetare som löftet erbjuds kan ta över eller avböja det.',
      de: 'Nur das Mitglied, dem die Zusage angeboten ist, übernimmt sie oder lehnt sie ab.',
      nb: 'Bare den medarbeideren løftet er tilbudt, kan overta eller avslå det.',
    },
  ],
  'promise-not-yours': [
    'forbidden',
    {
      en: 'Only its owner, its maker while nobody owns it, or a manager of the unit does this.',
      fi: 'Tämän tekee vain lupauksen omistaja, sen antaja, kun omistajaa ei ole, tai yksikön esihenkilö.',
      sv: 'Detta gör bara ägaren, den som gav löftet så länge ingen äger det, eller en chef på enheten.',
      de: 'Das tut nur, wem die Zusage gehört, wer sie gegeben hat, solange sie niemandem gehört, oder eine Leitung der Einheit.',
      nb: 'Dette gjør bare eieren, den som ga løftet så lenge ingen eier det, eller en leder i enheten.',
    },
  ],
  'promise-owned-already': [
    'rule',
    {
      en: 'This member answers for it already.',
      fi: 'Tämä käyttäjä vastaa siitä jo.',
      sv: 'Medarbetaren ansvarar redan för det.',
      de: 'Dieses Mitglied steht schon dafür ein.',
      nb: 'Medarbeideren har allerede ansvaret for det.',
    },
  ],
  'promise-broken': [
    'rule',
    {
      en: 'It was due already; a promise that was broken is kept late or withdrawn.',
      fi: 'Lupaus on jo erääntynyt; rikottu lupaus pidetään myöhässä tai perutaan.',
      sv: 'Löftet har redan förfallit; ett brutet löfte hålls för sent eller återtas.',
      de: 'Die Zusage war schon fällig; eine gebrochene wird verspätet gehalten oder zurückgezogen.',
      nb: 'Løftet har allerede forfalt; et brutt løfte holdes for sent eller trekkes tilbake.',
    },
  ],
  'promise-moved-without-agreement': [
    'rule',
    {
      en: 'A promise moves only when the customer has agreed; say how.',
      fi: 'Lupausta siirretään vain, kun asiakas on suostunut siihen; kerro, miten.',
      sv: 'Ett löfte flyttas bara när kunden har gått med på det; ange hur.',
      de: 'Eine Zusage wird nur verschoben, wenn der Kunde zugestimmt hat; sagen Sie, wie.',
      nb: 'Et løfte flyttes bare når kunden har gått med på det; oppgi hvordan.',
    },
  ],
})
