import type { Story } from '../story.js';

export const FINANCE: readonly Story[] = [
  {
    subject: 'Bank statements are not imported {since {day}|any more}',
    problem:
      'The import of the statements stops at line 27 with *unexpected field*. Without it I cannot match the payments, and reminders go out to people who have paid. Screenshot attached.',
    picture: 'import-error.png',
    note: 'Bank changed the format: one more column “instant payment”.',
    solution:
      'The bank added a column for instant payments. I taught the import the new format and ran it for all days since {day}: nothing is missing. Please look at the two payments in the list *unclear*.',
    priority: 'high',
    teams: ['accounting'],
  },
  {
    subject: 'Invoice {{number}|no. {number}} shows the wrong VAT',
    problem:
      'Invoice {number} for {customer} was printed with 20 % although the battery belongs to the installation and should be 0 %. Others from the same day are right.',
    question: 'Was the battery entered as a position of its own or as part of the set?',
    answer: 'As a position of its own, because it came a week later.',
    solution:
      'Batteries that are billed later lose the link to the installation, and then the normal rate applies. I gave you the field *belongs to order*: fill it in and the rate is right. I made a corrected invoice; please check and send it.',
    teams: ['accounting'],
  },
  {
    subject: 'Spreadsheet with the month’s figures shows {#REF!|#REF! everywhere}',
    problem:
      'The sheet for Edwin was fine on {day} and now half of it is #REF!. I did not touch the formulas. He needs it for the bank at {two|three}. Picture attached.',
    picture: 'spreadsheet-error.png',
    note: 'Somebody deleted the sheet “Rates” at {time}. Restored from version history.',
    solution:
      'The sheet *Rates* had been deleted, and every formula points there. I brought back the version from {time} and protected that sheet, so that it cannot be deleted by accident.',
    priority: 'high',
    teams: ['accounting', 'planning'],
  },
  {
    subject: 'Year-end closing: system {very slow|crawls} in the afternoon',
    problem:
      'From about two o’clock each posting takes 20 seconds. In the morning it is quick. With the closing ahead this costs me hours.',
    note: 'Backup of the finance server was moved to 14:00 by mistake, should be 02:00.',
    solution:
      'The backup ran at two in the afternoon in place of two at night. I put the time right and watched it today: postings take less than a second all day.',
    teams: ['accounting'],
  },
  {
    subject: 'Approver is missing in the purchase workflow',
    problem:
      'Since Edwin’s stand-in changed, orders above 5,000 pounds wait for somebody who is no longer here. {Three|Four} orders are stuck, one of them for {site}.',
    solution:
      'I entered the new stand-in and released the waiting orders to her. From now on the workflow looks into the list of stand-ins and does not name people itself.',
    teams: ['accounting', 'warehouse'],
    priority: 'high',
  },
  {
    subject: 'Travel expenses: receipts cannot be {photographed|uploaded}',
    problem:
      'The expenses app takes a picture, then the wheel turns forever. {I have nine fuel receipts in my pocket.|It worked last month.}',
    question: 'Which phone is it, and does it have the last update?',
    answer: 'The company one with the cracked corner. It says that the memory is full.',
    solution:
      'The phone was full of site videos, so there was no room for the picture. I moved the videos to the share (folder with your name). The nine receipts are uploaded.',
    teams: ['crew', 'drivers', 'sales'],
  },
  {
    subject: 'Payslips {cannot be opened|open empty}',
    problem:
      'Several colleagues tell me that the payslip in the portal opens as an empty page. With me it works. It seems to be those with a {phone|tablet}.',
    note: 'PDFs need a font that is not embedded. Happened after the template was changed.',
    hold: 'The maker of the payroll program sends a corrected template, promised for {day}.',
    solution:
      'The new template lacked a font which computers have and phones do not. The maker sent a corrected one and I had the payslips of this month made anew. Amounts are unchanged.',
    teams: ['hr', 'accounting'],
  },
  {
    subject: 'Direct debit file is refused by the bank',
    problem:
      'The bank’s portal says *Creditor identifier missing in batch 2*. The file has 61 debits and the money should be there by {day}.',
    solution:
      'Batch 2 belongs to the new maintenance contracts, which had no identifier yet. I entered it for that type of contract. You made the file again and the bank took it at {time}.',
    priority: 'high',
    teams: ['accounting'],
  },
  {
    subject: 'Wrong cost centre on everything from {the warehouse|field crew north}',
    problem:
      'All fuel bills since the beginning of the month are booked on 4100. They should be on 4320. I can move them one by one, but there are {58|74}.',
    solution:
      'The new fuel cards came with the old cost centre. Corrected on the cards, and I moved the bookings in one go. The list of what I moved is in your folder for the records.',
    teams: ['accounting'],
  },
  {
    subject: 'I need a report of open invoices by {installer team|postcode}',
    isRequest: true,
    problem:
      'Every month I put it together by hand from two lists. Could the system do that? It would be enough as a table:\n\n- team\n- number of open invoices\n- sum\n- oldest date',
    question: 'Should partly paid invoices count with the rest or in full?',
    answer: 'With the rest please.',
    solution:
      'There is a new report *Open invoices by team* under *Own reports*. It counts what is still to be paid. I compared it with your list of last month: the same to the penny, except for one where your list had a typing error.',
    priority: 'low',
    teams: ['accounting', 'sales'],
  },
  {
    subject: 'Stock value {differs|does not agree} between warehouse and accounts',
    problem:
      'The warehouse program says {212,480|198,310} pounds, the accounts say 6,200 less. Same day, same hour. We count at the end of the month.',
    note: 'Transfers between vans and warehouse are booked in one system only if the tablet was offline.',
    hold: 'The maker of the warehouse program has the case and promised an answer by {day}.',
    solution:
      'Transfers that were made while a tablet had no reception never reached the accounts. They are carried over now, also those of the last two months, and both figures agree. A check runs every night.',
    teams: ['accounting', 'warehouse'],
  },
];
