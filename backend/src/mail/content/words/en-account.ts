/** Everything that mails about accounts say, in English. Another language is another object like this one. */
export const EN_ACCOUNT = {
  confirm: {
    subject: (organisation: string): string => `Welcome to ${organisation}: confirm your mail address`,
    heading: 'Confirm your mail address',
    why: (organisation: string): string =>
      `You registered with this address at the helpdesk of ${organisation}. Confirm it, and we know that it is yours.`,
    button: 'Confirm the address',
    goodUntil: (time: string): string => `The link is good once, until ${time}.`,
    notYou: 'If you did not register, ignore this mail: nothing happens unless you confirm.',
  },
  again: {
    subject: (organisation: string): string => `Confirm your mail address at ${organisation}`,
    why: 'You asked for this link again. Earlier ones stay good until one is used.',
    notYou: 'If you did not ask for it, ignore this mail: nothing happens unless you confirm.',
  },
  known: {
    subject: (organisation: string): string => `You have an account at ${organisation} already`,
    heading: 'You have an account already',
    why: (organisation: string): string =>
      `Somebody, probably you, tried to register with this address at the helpdesk of ${organisation}. It has an account already, and nothing was changed.`,
    forgot: 'If you forgot the password, ask for a link on the sign-in page.',
    button: 'Sign in',
    notYou: 'If it was not you, you need not do anything.',
  },
  newAddress: {
    subject: (organisation: string): string => `Confirm your new mail address at ${organisation}`,
    heading: 'Confirm your new mail address',
    why: (organisation: string): string =>
      `You want to sign in to the helpdesk of ${organisation} with this address from now on. It takes effect once you confirm it; until then everything stays as it is.`,
    notYou: 'If you did not ask for this, ignore this mail: nothing happens unless you confirm.',
  },
  takenAddress: {
    subject: (organisation: string): string => `This address has an account at ${organisation} already`,
    heading: 'This address has an account already',
    why: (organisation: string): string =>
      `Somebody wanted to use this address for another account at the helpdesk of ${organisation}. It has an account already, so nothing was changed.`,
    whatNow: 'If that was you, sign in with this address, or choose another one for the other account.',
  },
  invitation: {
    subject: (organisation: string): string => `Your account at the helpdesk of ${organisation}`,
    heading: 'Your account is ready',
    why: (organisation: string): string =>
      `There is an account for you at the helpdesk of ${organisation}. Choose a password, and you are in.`,
    button: 'Choose a password',
    notYou: 'If this means nothing to you, ignore this mail.',
  },
  reset: {
    subject: (organisation: string): string => `Choose a new password at ${organisation}`,
    heading: 'Choose a new password',
    why: 'Somebody, probably you, asked for a way back into your account. The new password signs you out everywhere else.',
    button: 'Choose a new password',
    notYou: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  password: {
    subject: (organisation: string): string => `Your password at ${organisation} was changed`,
    heading: 'Your password was changed',
    when: (time: string): string => `It was changed on ${time}, and you were signed out everywhere else.`,
    notYou: 'If it was not you, choose a new password now, and tell your IT department.',
    button: 'Choose a new password',
  },
  address: {
    subject: (organisation: string): string => `Your mail address at ${organisation} was changed`,
    heading: 'Your mail address was changed',
    toOld: (time: string): string =>
      `Since ${time} your account has another mail address. You sign in with the new one, and this address gets no more mails from us.`,
    toNew: (time: string): string =>
      `Since ${time} this is the mail address of your account. You sign in with it, and it gets our mails.`,
    notYou: 'If it was not you, tell your IT department at once.',
  },
  device: {
    subject: (organisation: string): string => `New sign-in to your account at ${organisation}`,
    heading: 'Somebody signed in to your account',
    why: 'It was on a device that we had not seen you on before. If it was you, there is nothing to do.',
    facts: { when: 'When', where: 'From the address', what: 'With' },
    notYou: 'If it was not you, end that session and change your password.',
    button: 'See where you are signed in',
  },

  heads: {
    subject: (organisation: string): string => `Where the trail of ${organisation} ends today`,
    heading: 'Where the trail ends today',
    keep: (organisation: string, time: string): string =>
      `These are the ends of the chains of the trail of ${organisation} on ${time}. Keep this mail: it gives away whoever cuts the trail later or writes it anew, even with all rights on the database.`,
    how: 'To compare the trail with it, save everything from the first brace to the last as heads.json, and run',
    because: 'You get this because you are an admin, and the settings say that these mails are sent every day.',
    change: 'Change the settings',
  },

  because: (address: string): string => `This mail is about your account and went to ${address}.`,
  unanswered: 'Replies to this mail are not read.',
  switchOff: 'You need not get mails like this.',
  choose: 'Choose which mails you get',
};

export type AccountWords = typeof EN_ACCOUNT;
