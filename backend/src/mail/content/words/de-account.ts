import type { AccountWords } from './en-account.js';

/** Everything that mails about accounts say, in German. */
export const DE_ACCOUNT: AccountWords = {
  confirm: {
    subject: (organisation) => `Willkommen bei ${organisation}: bestätigen Sie Ihre E-Mail-Adresse`,
    heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
    why: (organisation) =>
      `Sie haben sich mit dieser Adresse beim Helpdesk von ${organisation} registriert. Bestätigen Sie sie, damit wir wissen, dass sie Ihnen gehört.`,
    button: 'Adresse bestätigen',
    goodUntil: (time) => `Der Link gilt einmal, bis zum ${time}.`,
    notYou: 'Wenn Sie sich nicht registriert haben, ignorieren Sie diese E-Mail: Ohne Bestätigung geschieht nichts.',
  },
  again: {
    subject: (organisation) => `Bestätigen Sie Ihre E-Mail-Adresse bei ${organisation}`,
    why: 'Sie haben diesen Link noch einmal angefordert. Frühere gelten weiter, bis einer benutzt wird.',
    notYou: 'Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail: Ohne Bestätigung geschieht nichts.',
  },
  known: {
    subject: (organisation) => `Sie haben bereits ein Konto bei ${organisation}`,
    heading: 'Sie haben bereits ein Konto',
    why: (organisation) =>
      `Jemand, vermutlich Sie, wollte sich mit dieser Adresse beim Helpdesk von ${organisation} registrieren. Sie hat bereits ein Konto, und nichts wurde geändert.`,
    forgot: 'Wenn Sie das Passwort vergessen haben, fordern Sie auf der Anmeldeseite einen Link an.',
    button: 'Anmelden',
    notYou: 'Wenn Sie es nicht waren, müssen Sie nichts tun.',
  },
  newAddress: {
    subject: (organisation) => `Bestätigen Sie Ihre neue E-Mail-Adresse bei ${organisation}`,
    heading: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    why: (organisation) =>
      `Sie möchten sich künftig mit dieser Adresse beim Helpdesk von ${organisation} anmelden. Das gilt, sobald Sie sie bestätigen; bis dahin bleibt alles, wie es ist.`,
    notYou: 'Wenn Sie das nicht veranlasst haben, ignorieren Sie diese E-Mail: Ohne Bestätigung geschieht nichts.',
  },
  takenAddress: {
    subject: (organisation) => `Diese Adresse hat bereits ein Konto bei ${organisation}`,
    heading: 'Diese Adresse hat bereits ein Konto',
    why: (organisation) =>
      `Jemand wollte diese Adresse für ein anderes Konto beim Helpdesk von ${organisation} verwenden. Sie hat bereits ein Konto, deshalb wurde nichts geändert.`,
    whatNow:
      'Wenn Sie das waren, melden Sie sich mit dieser Adresse an, oder wählen Sie für das andere Konto eine andere.',
  },
  invitation: {
    subject: (organisation) => `Ihr Konto beim Helpdesk von ${organisation}`,
    heading: 'Ihr Konto ist bereit',
    why: (organisation) =>
      `Beim Helpdesk von ${organisation} gibt es ein Konto für Sie. Wählen Sie ein Passwort, dann kann es losgehen.`,
    button: 'Passwort wählen',
    notYou: 'Wenn Ihnen das nichts sagt, ignorieren Sie diese E-Mail.',
  },
  reset: {
    subject: (organisation) => `Wählen Sie ein neues Passwort bei ${organisation}`,
    heading: 'Wählen Sie ein neues Passwort',
    why: 'Jemand, vermutlich Sie, hat einen Weg zurück in Ihr Konto angefordert. Mit dem neuen Passwort werden Sie überall sonst abgemeldet.',
    button: 'Neues Passwort wählen',
    notYou: 'Wenn Sie es nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.',
  },
  password: {
    subject: (organisation) => `Ihr Passwort bei ${organisation} wurde geändert`,
    heading: 'Ihr Passwort wurde geändert',
    when: (time) => `Es wurde am ${time} geändert, und Sie wurden überall sonst abgemeldet.`,
    notYou: 'Wenn Sie es nicht waren, wählen Sie jetzt ein neues Passwort und sagen Sie Ihrer IT-Abteilung Bescheid.',
    button: 'Neues Passwort wählen',
  },
  address: {
    subject: (organisation) => `Ihre E-Mail-Adresse bei ${organisation} wurde geändert`,
    heading: 'Ihre E-Mail-Adresse wurde geändert',
    toOld: (time) =>
      `Seit dem ${time} hat Ihr Konto eine andere E-Mail-Adresse. Sie melden sich mit der neuen an, und an diese Adresse schicken wir keine E-Mails mehr.`,
    toNew: (time) =>
      `Seit dem ${time} ist dies die E-Mail-Adresse Ihres Kontos. Sie melden sich damit an, und unsere E-Mails kommen hierher.`,
    notYou: 'Wenn Sie es nicht waren, sagen Sie sofort Ihrer IT-Abteilung Bescheid.',
  },
  device: {
    subject: (organisation) => `Neue Anmeldung in Ihrem Konto bei ${organisation}`,
    heading: 'Jemand hat sich in Ihrem Konto angemeldet',
    why: 'Das geschah auf einem Gerät, auf dem wir Sie bisher nicht gesehen haben. Wenn Sie es waren, ist nichts zu tun.',
    facts: { when: 'Wann', where: 'Von der Adresse', what: 'Womit' },
    notYou: 'Wenn Sie es nicht waren, beenden Sie diese Sitzung und ändern Sie Ihr Passwort.',
    button: 'Sehen, wo Sie angemeldet sind',
  },

  heads: {
    subject: (organisation) => `Wo das Protokoll von ${organisation} heute endet`,
    heading: 'Wo das Protokoll heute endet',
    keep: (organisation, time) =>
      `Dies sind die Enden der Ketten im Protokoll von ${organisation} am ${time}. Heben Sie diese E-Mail auf: Sie verrät, wer das Protokoll später kürzt oder neu schreibt, auch mit allen Rechten an der Datenbank.`,
    how: 'Um das Protokoll damit zu vergleichen, speichern Sie alles von der ersten bis zur letzten geschweiften Klammer als heads.json und starten',
    because: 'Sie erhalten diese E-Mail, weil Sie Administrator sind und die Einstellungen sie für jeden Tag vorsehen.',
    change: 'Einstellungen ändern',
  },

  because: (address) => `Diese E-Mail betrifft Ihr Konto und ging an ${address}.`,
  unanswered: 'Antworten auf diese E-Mail werden nicht gelesen.',
  switchOff: 'Sie können solche E-Mails abbestellen.',
  choose: 'Auswählen, welche E-Mails Sie erhalten',
};
