/** Refusals of the interface itself, before or after the business: code → status and what it says in every language. */
import type { Texts } from '#kernel'

export const interfaceProblems = {
  'invalid-input': [
    400,
    {
      en: 'The request holds something that does not fit its description.',
      fi: 'Pyynnössä on jotakin, mikä ei vastaa sen kuvausta.',
      sv: 'Begäran innehåller något som inte stämmer med beskrivningen.',
      de: 'Die Anfrage enthält etwas, das nicht zu ihrer Beschreibung passt.',
      nb: 'Forespørselen inneholder noe som ikke stemmer med beskrivelsen.',
    },
  ],
  'idempotency-key-missing': [
    400,
    {
      en: 'Every write needs an Idempotency-Key header, new for each new request and the same when it is sent again.',
      fi: 'Jokainen kirjaus tarvitsee Idempotency-Key-otsakkeen: uuden jokaiseen uuteen pyyntöön ja saman, kun pyyntö lähetetään uudelleen.',
      sv: 'Varje skrivning behöver ett Idempotency-Key-huvud: nytt för varje ny begäran och samma när den skickas igen.',
      de: 'Jedes Schreiben braucht einen Header Idempotency-Key: einen neuen für jede neue Anfrage und denselben, wenn sie noch einmal gesendet wird.',
      nb: 'Hver skriving trenger et Idempotency-Key-felt: nytt for hver ny forespørsel og det samme når den sendes igjen.',
    },
  ],
  'idempotency-key-invalid': [
    400,
    {
      en: 'An Idempotency-Key is 1 to 128 visible ASCII characters without spaces.',
      fi: 'Idempotency-Key on 1–128 näkyvää ASCII-merkkiä ilman välilyöntejä.',
      sv: 'En Idempotency-Key är 1 till 128 synliga ASCII-tecken utan mellanslag.',
      de: 'Ein Idempotency-Key besteht aus 1 bis 128 sichtbaren ASCII-Zeichen ohne Leerzeichen.',
      nb: 'En Idempotency-Key er 1 til 128 synlige ASCII-tegn uten mellomrom.',
    },
  ],
  'key-not-recorded': [
    409,
    {
      en: 'This names a record by the key of the request that begins it, and nothing has been recorded under that key. Send that request first.',
      fi: 'Tässä nimetään tietue sen aloittavan pyynnön avaimella, eikä sillä avaimella ole kirjattu mitään. Lähetä se pyyntö ensin.',
      sv: 'Här anges en post med nyckeln för den begäran som inleder den, och inget har antecknats under den nyckeln. Skicka den begäran först.',
      de: 'Das nennt einen Eintrag mit dem Schlüssel der Anfrage, die ihn beginnt, und unter diesem Schlüssel ist nichts festgehalten. Senden Sie zuerst diese Anfrage.',
      nb: 'Her oppgis en oppføring med nøkkelen til forespørselen som begynner den, og ingenting er registrert under den nøkkelen. Send den forespørselen først.',
    },
  ],
  'bad-cursor': [
    400,
    {
      en: 'This cursor belongs to another list. Ask again without it.',
      fi: 'Tämä kohdistin kuuluu toiseen luetteloon. Kysy uudelleen ilman sitä.',
      sv: 'Den här markören hör till en annan lista. Fråga igen utan den.',
      de: 'Dieser Cursor gehört zu einer anderen Liste. Fragen Sie noch einmal ohne ihn.',
      nb: 'Denne markøren hører til en annen liste. Spør igjen uten den.',
    },
  ],
  'malformed-json': [
    400,
    {
      en: 'The body is not valid JSON in UTF-8 with each name once; `line` and `column` say where.',
      fi: 'Pyynnön sisältö ei ole kelvollista UTF-8-muotoista JSONia, jossa kukin nimi on kerran; `line` ja `column` kertovat paikan.',
      sv: 'Innehållet är inte giltig JSON i UTF-8 med varje namn en gång; `line` och `column` säger var.',
      de: 'Der Inhalt ist kein gültiges JSON in UTF-8, in dem jeder Name einmal steht; `line` und `column` sagen, wo.',
      nb: 'Innholdet er ikke gyldig JSON i UTF-8 med hvert navn én gang; `line` og `column` sier hvor.',
    },
  ],
  'malformed-request': [
    400,
    {
      en: 'The request cannot be read.',
      fi: 'Pyyntöä ei voi lukea.',
      sv: 'Begäran kan inte läsas.',
      de: 'Die Anfrage ist nicht lesbar.',
      nb: 'Forespørselen kan ikke leses.',
    },
  ],
  'not-signed-in': [
    401,
    {
      en: 'This needs a bearer token in the Authorization header, or the cookie of a session.',
      fi: 'Tähän tarvitaan Bearer-tunnus Authorization-otsakkeessa tai istunnon eväste.',
      sv: 'Detta kräver en bearer-token i Authorization-huvudet eller en sessions kaka.',
      de: 'Das braucht ein Bearer-Token im Header Authorization oder das Cookie einer Sitzung.',
      nb: 'Dette krever et bearer-token i Authorization-feltet eller informasjonskapselen til en økt.',
    },
  ],
  'token-invalid': [
    401,
    {
      en: 'The bearer token is not valid here, or no longer.',
      fi: 'Bearer-tunnus ei kelpaa täällä, tai se on vanhentunut.',
      sv: 'Bearer-token gäller inte här, eller inte längre.',
      de: 'Das Bearer-Token gilt hier nicht, oder nicht mehr.',
      nb: 'Bearer-tokenet gjelder ikke her, eller ikke lenger.',
    },
  ],
  'session-ended': [
    401,
    {
      en: 'The session has ended. Sign in again.',
      fi: 'Istunto on päättynyt. Kirjaudu uudelleen.',
      sv: 'Sessionen är avslutad. Logga in igen.',
      de: 'Die Sitzung ist beendet. Melden Sie sich wieder an.',
      nb: 'Økten er avsluttet. Logg inn igjen.',
    },
  ],
  'signed-in-as-another': [
    409,
    {
      en: 'Another member has signed in at this browser. The page that asked is not theirs.',
      fi: 'Tässä selaimessa on kirjautunut sisään toinen käyttäjä. Kysynyt sivu ei ole hänen.',
      sv: 'En annan medarbetare har loggat in i den här webbläsaren. Sidan som frågade är inte dennes.',
      de: 'In diesem Browser hat sich ein anderes Mitglied angemeldet. Die Seite, die gefragt hat, gehört ihm nicht.',
      nb: 'En annen medarbeider har logget inn i denne nettleseren. Siden som spurte, er ikke dennes.',
    },
  ],
  'subject-unknown': [
    401,
    {
      en: 'The token is valid, but its subject is no member here, or no longer.',
      fi: 'Tunnus kelpaa, mutta sen haltija ei ole täällä käyttäjänä, tai ei enää.',
      sv: 'Token gäller, men innehavaren är ingen medarbetare här, eller inte längre.',
      de: 'Das Token gilt, aber wen es nennt, ist hier kein Mitglied, oder nicht mehr.',
      nb: 'Tokenet gjelder, men innehaveren er ikke medarbeider her, eller ikke lenger.',
    },
  ],
  'cross-site-request': [
    403,
    {
      en: 'With the cookie of a session, only pages of this installation may change anything.',
      fi: 'Istunnon evästeellä vain tämän asennuksen sivut voivat muuttaa mitään.',
      sv: 'Med en sessions kaka får bara den här installationens sidor ändra något.',
      de: 'Mit dem Cookie einer Sitzung dürfen nur Seiten dieser Installation etwas ändern.',
      nb: 'Med informasjonskapselen til en økt kan bare sidene i denne installasjonen endre noe.',
    },
  ],
  'sign-in-failed': [
    403,
    {
      en: 'The identity provider signed nobody in, or its answer belongs to another attempt. Begin again.',
      fi: 'Tunnistuspalvelu ei kirjannut ketään sisään, tai sen vastaus kuuluu toiseen yritykseen. Aloita alusta.',
      sv: 'Identitetsleverantören loggade inte in någon, eller så hör svaret till ett annat försök. Börja om.',
      de: 'Der Identitätsanbieter hat niemanden angemeldet, oder seine Antwort gehört zu einem anderen Versuch. Beginnen Sie von vorn.',
      nb: 'Identitetsleverandøren logget ingen inn, eller svaret hører til et annet forsøk. Begynn på nytt.',
    },
  ],
  'sign-in-refused': [
    403,
    {
      en: 'Signing in here is possible only on the machine itself, and as a member who may.',
      fi: 'Tässä voi kirjautua vain samalta koneelta ja vain käyttäjänä, jolle se on sallittu.',
      sv: 'Här kan man bara logga in på själva maskinen, och som en medarbetare som får det.',
      de: 'Hier kann man sich nur auf dem Rechner selbst anmelden, und als Mitglied, das es darf.',
      nb: 'Her kan man bare logge inn på selve maskinen, og som en medarbeider som har lov.',
    },
  ],
  'no-such-route': [
    404,
    {
      en: 'There is nothing under this address.',
      fi: 'Tässä osoitteessa ei ole mitään.',
      sv: 'Det finns inget på den här adressen.',
      de: 'Unter dieser Adresse gibt es nichts.',
      nb: 'Det er ingenting på denne adressen.',
    },
  ],
  'served-elsewhere': [
    421,
    {
      en: 'Another process of this installation serves this: `service` says which.',
      fi: 'Tätä palvelee tämän asennuksen toinen prosessi: `service` kertoo, mikä.',
      sv: 'En annan process i installationen svarar på detta: `service` säger vilken.',
      de: 'Das bedient ein anderer Prozess dieser Installation: `service` sagt, welcher.',
      nb: 'En annen prosess i installasjonen svarer på dette: `service` sier hvilken.',
    },
  ],
  'body-too-large': [
    413,
    {
      en: 'The body is larger than 256 kB.',
      fi: 'Pyynnön sisältö on suurempi kuin 256 kt.',
      sv: 'Innehållet är större än 256 kB.',
      de: 'Der Inhalt ist größer als 256 kB.',
      nb: 'Innholdet er større enn 256 kB.',
    },
  ],
  'media-type-unsupported': [
    415,
    {
      en: 'A body must be application/json.',
      fi: 'Pyynnön sisällön on oltava application/json.',
      sv: 'Innehållet måste vara application/json.',
      de: 'Der Inhalt muss application/json sein.',
      nb: 'Innholdet må være application/json.',
    },
  ],
  'too-many-requests': [
    429,
    {
      en: 'Too many requests in a short time. Wait as long as Retry-After says.',
      fi: 'Liian monta pyyntöä lyhyessä ajassa. Odota niin kauan kuin Retry-After kertoo.',
      sv: 'För många förfrågningar på kort tid. Vänta så länge som Retry-After säger.',
      de: 'Zu viele Anfragen in kurzer Zeit. Warten Sie so lange, wie Retry-After sagt.',
      nb: 'For mange forespørsler på kort tid. Vent så lenge som Retry-After sier.',
    },
  ],
  'too-many-sign-ins': [
    429,
    {
      en: 'Too many attempts to sign in from this address. Wait as long as Retry-After says.',
      fi: 'Liian monta kirjautumisyritystä tästä osoitteesta. Odota niin kauan kuin Retry-After kertoo.',
      sv: 'För många inloggningsförsök från den här adressen. Vänta så länge som Retry-After säger.',
      de: 'Zu viele Anmeldeversuche von dieser Adresse. Warten Sie so lange, wie Retry-After sagt.',
      nb: 'For mange innloggingsforsøk fra denne adressen. Vent så lenge som Retry-After sier.',
    },
  ],
  'too-many-streams': [
    429,
    {
      en: 'Too many live connections are open for this member. Close one first.',
      fi: 'Käyttäjällä on liian monta avointa yhteyttä. Sulje ensin jokin niistä.',
      sv: 'För många öppna anslutningar för den här medarbetaren. Stäng en först.',
      de: 'Für dieses Mitglied sind zu viele Verbindungen offen. Schließen Sie zuerst eine.',
      nb: 'For mange åpne forbindelser for denne medarbeideren. Lukk en først.',
    },
  ],
  internal: [
    500,
    {
      en: 'Something went wrong here. It has been written down under the id in `requestId`.',
      fi: 'Täällä meni jotakin vikaan. Se on kirjattu muistiin tunnuksella `requestId`.',
      sv: 'Något gick fel här. Det är nedskrivet under det id som står i `requestId`.',
      de: 'Hier ist etwas schiefgegangen. Es ist unter der ID in `requestId` vermerkt.',
      nb: 'Noe gikk galt her. Det er notert under id-en i `requestId`.',
    },
  ],
  'log-unavailable': [
    503,
    {
      en: 'Nothing can be recorded at the moment. Send the same request again later, with the same key: it is recorded once.',
      fi: 'Mitään ei voi juuri nyt kirjata. Lähetä sama pyyntö myöhemmin uudelleen samalla avaimella: se kirjataan kerran.',
      sv: 'Inget kan antecknas just nu. Skicka samma begäran igen senare med samma nyckel: den antecknas en gång.',
      de: 'Im Augenblick kann nichts festgehalten werden. Senden Sie dieselbe Anfrage später noch einmal, mit demselben Schlüssel: sie wird einmal festgehalten.',
      nb: 'Ingenting kan registreres akkurat nå. Send den samme forespørselen igjen senere med samme nøkkel: den registreres én gang.',
    },
  ],
  'read-models-unavailable': [
    503,
    {
      en: 'Nothing can be answered at the moment. Ask again.',
      fi: 'Mihinkään ei voi juuri nyt vastata. Kysy uudelleen.',
      sv: 'Inget kan besvaras just nu. Fråga igen.',
      de: 'Im Augenblick kann nichts beantwortet werden. Fragen Sie noch einmal.',
      nb: 'Ingenting kan besvares akkurat nå. Spør igjen.',
    },
  ],
  'identity-unavailable': [
    503,
    {
      en: 'The identity provider does not answer. Try again later.',
      fi: 'Tunnistuspalvelu ei vastaa. Yritä myöhemmin uudelleen.',
      sv: 'Identitetsleverantören svarar inte. Försök igen senare.',
      de: 'Der Identitätsanbieter antwortet nicht. Versuchen Sie es später noch einmal.',
      nb: 'Identitetsleverandøren svarer ikke. Prøv igjen senere.',
    },
  ],
  closing: [
    503,
    {
      en: 'This process is about to stop. Send the same request again.',
      fi: 'Tämä prosessi on pysähtymässä. Lähetä sama pyyntö uudelleen.',
      sv: 'Processen är på väg att stanna. Skicka samma begäran igen.',
      de: 'Dieser Prozess hält gleich an. Senden Sie dieselbe Anfrage noch einmal.',
      nb: 'Denne prosessen er i ferd med å stoppe. Send den samme forespørselen igjen.',
    },
  ],
} as const satisfies Record<string, readonly [number, Texts]>

export type InterfaceCode = keyof typeof interfaceProblems
