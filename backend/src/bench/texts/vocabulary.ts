import type { Searches } from './searches.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Plain English, the most frequent first; how often each comes follows from its rank. */
export const PLAIN = words(`
  the to is it and i my a not in on of for that this with have can be when but we was are please no at
  from if you me has do so an or it's get what just there will as after been cannot would all am our could by
  since still now again need today help only which any up working work one then some out they does doesn't more
  try tried because new thanks time before every how same also over back nothing yesterday morning hello regards
  first two other should where about into see them want try without until always something two both find three
  week day last next day hours minutes soon later never often sometimes somebody everybody nobody anything maybe
  already open close start stop show shows says said told asked call called come comes came go goes went made make
  makes take takes took give given gave put use used using right left long short old good bad better worse whole half
  empty full slow fast quick many few much most least own her his their your him she he who whom why than like even
  very too quite almost twice once here nearby upstairs room floor building desk door window meeting customer colleague
  team manager boss department company supplier trip holiday sick leave home office field warehouse kitchen reception
  happens happened happen keeps kept seems seemed looks looked lost found missing waiting wait waited ready finish
  finished begin begins began changed change changes different again properly quickly slowly suddenly usually exactly
  probably perhaps certainly unfortunately luckily urgent important possible impossible necessary normal strange sure
  sorry afraid happy glad grateful kind best dear question answer reason idea way thing things part side number name
  list letter picture photo paper note page line word example case kind point end top bottom middle colour red green
  blue black white grey bright dark loud quiet warm cold hot light heavy small large big tiny huge round flat
`);

/** What people at work say of computers, whatever their trouble is. */
export const TECHNICAL = words(`
  computer error message screen file system laptop network user program folder server internet click message button
  window connection problem issue update version restart restarted install installed device settings access data phone
  link tab browser search save saved load loading load loads download upload share shared copy paste print drive disk
  backup cable port usb wifi router switch proxy firewall certificate domain login session token cache cookie popup
  dialog icon desktop taskbar shortcut menu keyboard-shortcut notification reboot crash crashed crashes freeze freezes
  frozen hang hangs timeout timed blocked denied refused expired corrupt damaged locked unlocked enabled disabled
  configured migrated synchronised encrypted remote offline online virtual cloud platform module plugin extension
  template workflow process service host address record field column row table sheet document attachment archive
`);

/** A topic's words come in its own tickets only: those of two topics never meet. */
export const TOPICS: Readonly<Record<string, { readonly share: number; readonly words: readonly string[] }>> = {
  Email: {
    share: 16,
    words:
      words(`mailbox outlook inbox spam calendar sender recipient bounce invitation signature newsletter junk reply-all
      forwarding distribution autoreply exchange undelivered quarantine phishing draft subfolder rule imap smtp alias`),
  },
  Website: {
    share: 7,
    words:
      words(`website homepage intranet banner typo landing redirect form captcha sitemap blog header footer css image-gallery
      publish cms editor-role breadcrumb carousel analytics seo hyperlink wordpress`),
  },
  'Access and accounts': {
    share: 22,
    words:
      words(`account rights permission badge password vpn username authenticator reset joiner leaver group role directory
      single-sign-on lockout pin second-factor approval privileges onboarding offboarding credential smartcard`),
  },
  Hardware: {
    share: 18,
    words:
      words(`headset monitor dock battery mouse keyboard charger fan toner cartridge webcam speaker printer hinge adapter
      scanner tray projector beamer ram ssd motherboard tablet stylus barcode-reader label-printer handset`),
  },
  Software: {
    share: 20,
    words:
      words(`licence excel application macro formula pdf word-processor plugin-manager installer uninstall patch upgrade release
      feature spreadsheet powerpoint teams autocad compiler runtime framework dependency script`),
  },
  'Finance systems': {
    share: 8,
    words:
      words(`invoice booking ledger expense payroll vat supplier-number cost-centre journal dunning reconciliation budget
      purchase-order iban sepa accrual depreciation closing audit-file receipt reimbursement`),
  },
  'Social media': {
    share: 3,
    words:
      words(`linkedin instagram follower hashtag post campaign story reel influencer handle verification-badge engagement
      moderation mention-feed thumbnail`),
  },
  Other: {
    share: 6,
    words:
      words(`parking coffee-machine key elevator cleaning ventilation locker whiteboard furniture moving-box signage
      air-conditioning blinds fridge`),
  },
};

/** Stands in exactly one ticket of an installation. */
export const ONCE = 'xylophone';

/** Words to search for, in texts that are made of these. */
export const SEARCHES = {
  rare: ONCE,
  common: 'please',
  frequent: ['password', 'printer'],
  neverTogether: ['invoice', 'headset'],
  beginning: 'passw',
} as const satisfies Searches;
