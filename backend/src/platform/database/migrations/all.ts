import { FirstHouse1764000000000 } from './1764000000000-first-house.js';
import { CompleteBasics1764100000000 } from './1764100000000-complete-basics.js';
import { Search1764200000000 } from './1764200000000-search.js';
import { Lists1764200100000 } from './1764200100000-lists.js';
import { Reports1764200200000 } from './1764200200000-reports.js';
import { Views1764200300000 } from './1764200300000-views.js';
import { Words1764200400000 } from './1764200400000-words.js';
import { Trail1764300000000 } from './1764300000000-trail.js';
import { AdminTrail1764300100000 } from './1764300100000-admin-trail.js';
import { Mail1764400000000 } from './1764400000000-mail.js';
import { Accounts1764400100000 } from './1764400100000-accounts.js';
import { Preferences1764500000000 } from './1764500000000-preferences.js';
import { StandardCategories1764500100000 } from './1764500100000-standard-categories.js';
import { Snippets1764500200000 } from './1764500200000-snippets.js';

/** Every migration, in the order of their times. A landed one is never edited. */
export const MIGRATIONS = [
  FirstHouse1764000000000,
  CompleteBasics1764100000000,
  Search1764200000000,
  Lists1764200100000,
  Reports1764200200000,
  Views1764200300000,
  Words1764200400000,
  Trail1764300000000,
  AdminTrail1764300100000,
  Mail1764400000000,
  Accounts1764400100000,
  Preferences1764500000000,
  StandardCategories1764500100000,
  Snippets1764500200000,
];
