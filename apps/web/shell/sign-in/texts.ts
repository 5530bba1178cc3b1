/** The texts of the way in. */
import { defineTexts } from '../../language/texts.js'

export const signInTexts = defineTexts({
  en: {
    kept: 'You were signed out. What you were writing is kept: sign in, and go on.',
    signIn: 'Sign in',
    signInAs: 'Who are you?',
    signInAbout: 'The demo group is simulated. Choose one of its members; each sees what their roles let them see.',
    signInProvider: 'Sign in with your company’s account',
    signInLink: 'Open the link that the program printed when it started.',
  },
  fi: {
    kept: 'Olet kirjautunut ulos. Kesken jäänyt teksti on tallessa: kirjaudu sisään ja jatka.',
    signIn: 'Kirjaudu',
    signInAs: 'Kuka olet?',
    signInAbout: 'Esittelykonserni on simuloitu. Valitse joku sen käyttäjistä; kukin näkee sen, minkä roolit sallivat.',
    signInProvider: 'Kirjaudu yrityksesi tunnuksella',
    signInLink: 'Avaa linkki, jonka ohjelma tulosti käynnistyessään.',
  },
  sv: {
    kept: 'Du har loggats ut. Det du skrev finns kvar: logga in och fortsätt.',
    signIn: 'Logga in',
    signInAs: 'Vem är du?',
    signInAbout: 'Demokoncernen är simulerad. Välj en av dess medarbetare; var och en ser vad rollerna tillåter.',
    signInProvider: 'Logga in med företagets konto',
    signInLink: 'Öppna länken som programmet skrev ut när det startade.',
  },
  de: {
    kept: 'Sie wurden abgemeldet. Was Sie geschrieben haben, ist aufgehoben: Melden Sie sich an, und schreiben Sie weiter.',
    signIn: 'Anmelden',
    signInAs: 'Wer sind Sie?',
    signInAbout:
      'Der Demokonzern ist simuliert. Wählen Sie eines seiner Mitglieder; jedes sieht, was seine Rollen erlauben.',
    signInProvider: 'Mit dem Konto Ihres Unternehmens anmelden',
    signInLink: 'Öffnen Sie den Link, den das Programm beim Start ausgegeben hat.',
  },
  nb: {
    kept: 'Du er logget ut. Det du skrev, er tatt vare på: logg inn og fortsett.',
    signIn: 'Logg inn',
    signInAs: 'Hvem er du?',
    signInAbout: 'Demokonsernet er simulert. Velg en av medarbeiderne; hver ser det rollene tillater.',
    signInProvider: 'Logg inn med firmaets konto',
    signInLink: 'Åpne lenken som programmet skrev ut da det startet.',
  },
})
