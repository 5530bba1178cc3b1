/** What any command or question may be refused with. */
import { defineRefusals } from './refusal.js'

/** Refusals that any slice may meet. */
export const refuse = defineRefusals({
  'not-found': [
    'not-found',
    {
      en: 'There is no such record, or it is not yours to see.',
      fi: 'Tällaista tietuetta ei ole, tai se ei kuulu sinun nähtäviisi.',
      sv: 'Posten finns inte, eller så har du inte behörighet att se den.',
      de: 'Diesen Eintrag gibt es nicht, oder Sie dürfen ihn nicht sehen.',
      nb: 'Oppføringen finnes ikke, eller du har ikke tilgang til den.',
    },
  ],
  'not-allowed': [
    'forbidden',
    {
      en: 'Your roles do not allow this.',
      fi: 'Roolisi eivät salli tätä.',
      sv: 'Dina roller tillåter inte detta.',
      de: 'Ihre Rollen erlauben das nicht.',
      nb: 'Rollene dine tillater ikke dette.',
    },
  ],
  'reason-needed': [
    'forbidden',
    {
      en: 'People, and what was written, are opened to you for a reason that goes on record. Give one and ask again.',
      fi: 'Henkilöt ja kirjoitettu avataan sinulle vain syystä, joka kirjataan. Anna syy ja kysy uudelleen.',
      sv: 'Personer och det som skrivits öppnas för dig av ett skäl som antecknas. Ange ett skäl och fråga igen.',
      de: 'Personen und Geschriebenes öffnen sich Ihnen mit einem Grund, der festgehalten wird. Nennen Sie einen und fragen Sie erneut.',
      nb: 'Personer og det som er skrevet, åpnes for deg av en grunn som blir registrert. Oppgi en og spør igjen.',
    },
  ],
  'switched-off': [
    'rule',
    {
      en: 'This part of the platform is switched off here. An administrator can switch it on.',
      fi: 'Tämä osa ohjelmasta ei ole täällä käytössä. Ylläpitäjä voi ottaa sen käyttöön.',
      sv: 'Den här delen av programmet är avstängd här. En administratör kan slå på den.',
      de: 'Dieser Teil des Programms ist hier abgeschaltet. Die Administration kann ihn einschalten.',
      nb: 'Denne delen av programmet er slått av her. En administrator kan slå den på.',
    },
  ],
  'already-exists': [
    'conflict',
    {
      en: 'This record exists already.',
      fi: 'Tämä tietue on jo olemassa.',
      sv: 'Posten finns redan.',
      de: 'Diesen Eintrag gibt es schon.',
      nb: 'Oppføringen finnes allerede.',
    },
  ],
  'changed-meanwhile': [
    'conflict',
    {
      en: 'Somebody else changed the same field after you had read it.',
      fi: 'Joku muu muutti samaa kenttää sen jälkeen, kun olit lukenut sen.',
      sv: 'Någon annan har ändrat samma fält sedan du läste det.',
      de: 'Jemand anderes hat dasselbe Feld geändert, nachdem Sie es gelesen hatten.',
      nb: 'Noen andre har endret det samme feltet etter at du leste det.',
    },
  ],
  'later-facts-conflict': [
    'conflict',
    {
      en: 'Facts recorded for a later time would no longer be possible, or name what is no longer there. Confirm to record it all the same.',
      fi: 'Myöhemmäksi kirjattu ei olisi enää mahdollista tai viittaisi johonkin, mitä ei enää ole. Vahvista, jos haluat silti kirjata tämän.',
      sv: 'Det som är antecknat för senare skulle inte längre vara möjligt, eller nämner något som inte längre finns. Bekräfta om du ändå vill anteckna det.',
      de: 'Was für später festgehalten ist, wäre nicht mehr möglich oder nennt, was es nicht mehr gibt. Bestätigen Sie, um es trotzdem festzuhalten.',
      nb: 'Det som er registrert for senere, ville ikke lenger være mulig, eller nevner noe som ikke lenger finnes. Bekreft hvis du vil registrere det likevel.',
    },
  ],
  'idempotency-key-reused': [
    'rule',
    {
      en: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
      fi: 'Tätä Idempotency-Key-avainta on käytetty toiseen pyyntöön. Käytä uudessa pyynnössä uutta avainta.',
      sv: 'Denna Idempotency-Key har använts för en annan begäran. Använd en ny nyckel för en ny begäran.',
      de: 'Dieser Idempotency-Key wurde für eine andere Anfrage verwendet. Nehmen Sie für eine neue Anfrage einen neuen.',
      nb: 'Denne Idempotency-Key er brukt til en annen forespørsel. Bruk en ny nøkkel til en ny forespørsel.',
    },
  ],
  'too-far-ahead': [
    'rule',
    {
      en: 'This would have happened in the future. Only plans may lie ahead.',
      fi: 'Tämä olisi tapahtunut tulevaisuudessa. Vain suunnitelmat voivat olla edessäpäin.',
      sv: 'Detta skulle ha hänt i framtiden. Bara planer kan ligga framåt i tiden.',
      de: 'Das läge in der Zukunft. Nur Geplantes darf noch bevorstehen.',
      nb: 'Dette ville ha skjedd i framtiden. Bare planer kan ligge fram i tid.',
    },
  ],
  'person-erased': [
    'rule',
    {
      en: 'This person was erased; nothing more may be recorded about them.',
      fi: 'Henkilön tiedot on poistettu; hänestä ei voi enää kirjata mitään.',
      sv: 'Personens uppgifter är raderade; inget mer får antecknas om personen.',
      de: 'Die Daten dieser Person sind gelöscht; über sie darf nichts mehr festgehalten werden.',
      nb: 'Personens opplysninger er slettet; ingenting mer kan registreres om personen.',
    },
  ],
  'clock-ahead': [
    'unavailable',
    {
      en: 'The clock of this machine is years ahead of what was recorded last; set it right, or say that it is (KUMPPANI_CLOCK_CHECKED).',
      fi: 'Tämän koneen kello on vuosia edellä viimeisintä kirjausta. Korjaa kello, tai vahvista se (KUMPPANI_CLOCK_CHECKED).',
      sv: 'Datorns klocka går flera år före det som senast antecknades. Ställ klockan, eller bekräfta den (KUMPPANI_CLOCK_CHECKED).',
      de: 'Die Uhr dieses Rechners geht dem zuletzt Festgehaltenen um Jahre voraus. Stellen Sie sie richtig, oder bestätigen Sie sie (KUMPPANI_CLOCK_CHECKED).',
      nb: 'Klokken på denne maskinen går flere år foran det som sist ble registrert. Still den, eller bekreft den (KUMPPANI_CLOCK_CHECKED).',
    },
  ],
  'clock-behind': [
    'unavailable',
    {
      en: 'The clock of this machine is behind what was recorded already; set it right and try again.',
      fi: 'Tämän koneen kello on jäljessä jo kirjatusta; korjaa kello ja yritä uudelleen.',
      sv: 'Maskinens klocka går efter det som redan är antecknat; ställ den rätt och försök igen.',
      de: 'Die Uhr dieses Rechners geht hinter dem nach, was schon festgehalten ist; stellen Sie sie richtig und versuchen Sie es noch einmal.',
      nb: 'Klokken på denne maskinen ligger etter det som allerede er registrert; still den riktig og prøv igjen.',
    },
  ],
  'not-yet-visible': [
    'unavailable',
    {
      en: 'The read models have not caught up with this moment yet. Ask again shortly.',
      fi: 'Tämä hetki ei vielä näy. Kysy hetken kuluttua uudelleen.',
      sv: 'Det här läget visas inte än. Fråga igen om en stund.',
      de: 'Dieser Stand ist noch nicht sichtbar. Fragen Sie gleich noch einmal.',
      nb: 'Dette tidspunktet vises ikke ennå. Spør igjen om litt.',
    },
  ],
  'not-recorded-yet': [
    'rule',
    {
      en: 'Nothing has been recorded at this position yet. Ask with a position that an answer has given.',
      fi: 'Tähän kohtaan ei ole vielä kirjattu mitään. Kysy kohdalla, jonka jokin vastaus on antanut.',
      sv: 'Inget har antecknats på den här positionen än. Fråga med en position som ett svar har gett.',
      de: 'An dieser Position ist noch nichts festgehalten. Fragen Sie mit einer Position, die eine Antwort genannt hat.',
      nb: 'Ingenting er registrert på denne posisjonen ennå. Spør med en posisjon som et svar har gitt.',
    },
  ],
  'reading-stopped': [
    'conflict',
    {
      en: 'What was recorded there cannot be shown: this version of the program reads the record only up to an earlier event. An administrator finds it among what is parked.',
      fi: 'Sinne kirjattua ei voi näyttää: tämä ohjelmaversio pystyy lukemaan tietueen vain aiempaan tapahtumaan asti. Ylläpitäjä löytää sen pysäytettyjen joukosta.',
      sv: 'Det som antecknades där kan inte visas: denna version av programmet läser posten bara fram till en tidigare händelse. En administratör hittar den bland det som är parkerat.',
      de: 'Was dort festgehalten wurde, kann nicht gezeigt werden: Diese Version des Programms liest den Eintrag nur bis zu einem früheren Ereignis. Die Administration findet es unter dem Angehaltenen.',
      nb: 'Det som ble registrert der, kan ikke vises: denne versjonen av programmet leser oppføringen bare fram til en tidligere hendelse. En administrator finner den blant det som er parkert.',
    },
  ],
  'file-too-large': [
    'rule',
    {
      en: 'A file to import may have 1 GB at most; cut it up and send the parts.',
      fi: 'Tuotava tiedosto saa olla enintään 1 Gt; jaa se ja lähetä osat.',
      sv: 'En fil att importera får vara högst 1 GB; dela upp den och skicka delarna.',
      de: 'Eine Importdatei darf höchstens 1 GB groß sein; teilen Sie sie auf und senden Sie die Teile.',
      nb: 'En fil som skal importeres, kan være høyst 1 GB; del den opp og send delene.',
    },
  ],
  'no-past': [
    'rule',
    {
      en: 'This page shows the present only; ask without asOf and knownAt. Figures are asked as known on a day by known.',
      fi: 'Tämä näyttää vain nykyhetken; kysy ilman asOf- ja knownAt-parametreja. Lukuja kysytään päivän tietojen mukaan parametrilla known.',
      sv: 'Det här visar bara nuläget; fråga utan asOf och knownAt. Siffror frågas som kända en viss dag med known.',
      de: 'Hier wird nur die Gegenwart gezeigt; fragen Sie ohne asOf und knownAt. Zahlen nach dem Stand eines Tages werden mit known gefragt.',
      nb: 'Dette viser bare nåtiden; spør uten asOf og knownAt. Tall slik de var kjent en dag, spørres det etter med known.',
    },
  ],
  'already-retracted': [
    'rule',
    {
      en: 'This fact has been retracted already.',
      fi: 'Tämä tieto on jo peruttu.',
      sv: 'Uppgiften är redan återtagen.',
      de: 'Diese Angabe ist schon zurückgenommen.',
      nb: 'Opplysningen er allerede trukket tilbake.',
    },
  ],
  'too-much-to-move': [
    'rule',
    {
      en: 'More was said of this record than can move with it at once. Record it anew for the right customer and retract it here.',
      fi: 'Tästä tietueesta on kirjattu enemmän kuin kerralla voi siirtyä. Kirjaa se oikealle asiakkaalle uudelleen ja peru se täällä.',
      sv: 'Mer har antecknats om posten än vad som kan flyttas på en gång. Anteckna den på nytt för rätt kund och återta den här.',
      de: 'Zu diesem Eintrag ist mehr festgehalten, als auf einmal mitgehen kann. Erfassen Sie ihn für den richtigen Kunden neu und nehmen Sie ihn hier zurück.',
      nb: 'Det er registrert mer om oppføringen enn det som kan flyttes på én gang. Registrer den på nytt for riktig kunde og trekk den tilbake her.',
    },
  ],
  'too-much-at-once': [
    'rule',
    {
      en: 'This is more than can be recorded in one piece: at most 30 facts and 1 MB of writing. Record it in parts.',
      fi: 'Tämä on enemmän kuin kerralla voi kirjata: enintään 30 tietoa ja 1 Mt tekstiä. Kirjaa se osissa.',
      sv: 'Detta är mer än vad som kan antecknas på en gång: högst 30 uppgifter och 1 MB text. Anteckna det i delar.',
      de: 'Das ist mehr, als auf einmal festgehalten werden kann: höchstens 30 Angaben und 1 MB Text. Halten Sie es in Teilen fest.',
      nb: 'Dette er mer enn det som kan registreres på én gang: høyst 30 opplysninger og 1 MB tekst. Registrer det i deler.',
    },
  ],
  'not-yours-to-correct': [
    'forbidden',
    {
      en: 'Only its writer, a manager of the unit or a steward may correct this.',
      fi: 'Vain kirjoittaja, yksikön esihenkilö tai rekisterin hoitaja voi korjata tämän.',
      sv: 'Bara den som skrev, en chef på enheten eller en registervårdare kan rätta detta.',
      de: 'Das berichtigen nur, wer es geschrieben hat, eine Leitung der Einheit oder die Stammdatenpflege.',
      nb: 'Bare den som skrev, en leder i enheten eller en registeransvarlig kan rette dette.',
    },
  ],
  'not-there-then': [
    'rule',
    {
      en: 'This record begins later than the time you state. State a later time, or restate its beginning first.',
      fi: 'Tämä tietue alkaa myöhemmin kuin ilmoittamasi aika. Ilmoita myöhempi aika, tai korjaa ensin sen alku.',
      sv: 'Posten börjar senare än den tid du anger. Ange en senare tid, eller rätta först dess början.',
      de: 'Dieser Eintrag beginnt später als der angegebene Zeitpunkt. Geben Sie einen späteren an, oder berichtigen Sie zuerst den Beginn.',
      nb: 'Oppføringen begynner senere enn tidspunktet du oppgir. Oppgi et senere, eller rett begynnelsen først.',
    },
  ],
  'not-correctable': [
    'rule',
    {
      en: 'This is not corrected: record what holds instead.',
      fi: 'Tätä ei korjata: kirjaa sen sijaan, mikä pitää paikkansa.',
      sv: 'Detta rättas inte: anteckna i stället vad som gäller.',
      de: 'Das wird nicht berichtigt: Halten Sie stattdessen fest, was gilt.',
      nb: 'Dette rettes ikke: registrer det som gjelder, i stedet.',
    },
  ],
  'because-missing': [
    'rule',
    {
      en: 'A correction needs a reason.',
      fi: 'Korjaukselle on kerrottava syy.',
      sv: 'En rättelse behöver ett skäl.',
      de: 'Eine Berichtigung braucht einen Grund.',
      nb: 'En rettelse trenger en grunn.',
    },
  ],
  'event-unreadable': [
    'conflict',
    {
      en: 'This version of the program cannot read something in this record. An administrator finds it among what is parked.',
      fi: 'Tämä ohjelmaversio ei pysty lukemaan jotakin tässä tietueessa. Ylläpitäjä löytää sen pysäytettyjen joukosta.',
      sv: 'Denna version av programmet kan inte läsa något i posten. En administratör hittar det bland det som är parkerat.',
      de: 'Diese Version des Programms kann etwas in diesem Eintrag nicht lesen. Die Administration findet es unter dem Angehaltenen.',
      nb: 'Denne versjonen av programmet kan ikke lese noe i oppføringen. En administrator finner det blant det som er parkert.',
    },
  ],
  'too-many-figures': [
    'rule',
    {
      en: 'This would be more than 10,000 figures; ask for fewer periods or dimensions.',
      fi: 'Tämä olisi yli 10 000 lukua; kysy vähemmän jaksoja tai ulottuvuuksia.',
      sv: 'Det här skulle bli mer än 10 000 siffror; fråga efter färre perioder eller dimensioner.',
      de: 'Das wären mehr als 10.000 Zahlen; fragen Sie nach weniger Zeiträumen oder Dimensionen.',
      nb: 'Dette ville bli mer enn 10 000 tall; spør etter færre perioder eller dimensjoner.',
    },
  ],
  'too-much-asked': [
    'unavailable',
    {
      en: 'Too many of your questions wait for their answers already. Ask again once some of them are answered.',
      fi: 'Liian moni kysymyksesi odottaa jo vastausta. Kysy uudelleen, kun osaan niistä on vastattu.',
      sv: 'För många av dina frågor väntar redan på svar. Fråga igen när några av dem är besvarade.',
      de: 'Zu viele Ihrer Fragen warten schon auf Antwort. Fragen Sie noch einmal, wenn einige davon beantwortet sind.',
      nb: 'For mange av spørsmålene dine venter allerede på svar. Spør igjen når noen av dem er besvart.',
    },
  ],
  'try-again': [
    'conflict',
    {
      en: 'Others kept changing this record at the same moment. Please try again.',
      fi: 'Muut muuttivat tietuetta samaan aikaan. Yritä uudelleen.',
      sv: 'Andra ändrade posten i samma ögonblick. Försök igen.',
      de: 'Andere haben den Eintrag im selben Augenblick geändert. Bitte versuchen Sie es noch einmal.',
      nb: 'Andre endret oppføringen samtidig. Prøv igjen.',
    },
  ],
})
