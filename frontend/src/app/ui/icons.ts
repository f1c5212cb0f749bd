import { inject } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import accountCircle from '@material-symbols/svg-400/rounded/account_circle.svg';
import add from '@material-symbols/svg-400/rounded/add.svg';
import apartment from '@material-symbols/svg-400/rounded/apartment.svg';
import api from '@material-symbols/svg-400/rounded/api.svg';
import arrowBack from '@material-symbols/svg-400/rounded/arrow_back.svg';
import arrowDownward from '@material-symbols/svg-400/rounded/arrow_downward.svg';
import arrowUpward from '@material-symbols/svg-400/rounded/arrow_upward.svg';
import attachFile from '@material-symbols/svg-400/rounded/attach_file.svg';
import chart from '@material-symbols/svg-400/rounded/bar_chart.svg';
import block from '@material-symbols/svg-400/rounded/block.svg';
import bookmark from '@material-symbols/svg-400/rounded/bookmark.svg';
import call from '@material-symbols/svg-400/rounded/call.svg';
import cancel from '@material-symbols/svg-400/rounded/cancel.svg';
import category from '@material-symbols/svg-400/rounded/category.svg';
import check from '@material-symbols/svg-400/rounded/check.svg';
import checkCircle from '@material-symbols/svg-400/rounded/check_circle.svg';
import checklist from '@material-symbols/svg-400/rounded/checklist.svg';
import chevronLeft from '@material-symbols/svg-400/rounded/chevron_left.svg';
import chevronRight from '@material-symbols/svg-400/rounded/chevron_right.svg';
import close from '@material-symbols/svg-400/rounded/close.svg';
import cloudOff from '@material-symbols/svg-400/rounded/cloud_off.svg';
import computer from '@material-symbols/svg-400/rounded/computer.svg';
import contentCopy from '@material-symbols/svg-400/rounded/content_copy.svg';
import darkMode from '@material-symbols/svg-400/rounded/dark_mode.svg';
import deleteIcon from '@material-symbols/svg-400/rounded/delete.svg';
import download from '@material-symbols/svg-400/rounded/download.svg';
import dragIndicator from '@material-symbols/svg-400/rounded/drag_indicator.svg';
import description from '@material-symbols/svg-400/rounded/description.svg';
import draft from '@material-symbols/svg-400/rounded/draft.svg';
import edit from '@material-symbols/svg-400/rounded/edit.svg';
import error from '@material-symbols/svg-400/rounded/error.svg';
import expandMore from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg';
import filterList from '@material-symbols/svg-400/rounded/filter_list.svg';
import flag from '@material-symbols/svg-400/rounded/flag.svg';
import forum from '@material-symbols/svg-400/rounded/forum.svg';
import group from '@material-symbols/svg-400/rounded/group.svg';
import help from '@material-symbols/svg-400/rounded/help.svg';
import history from '@material-symbols/svg-400/rounded/history.svg';
import hourglass from '@material-symbols/svg-400/rounded/hourglass_empty.svg';
import image from '@material-symbols/svg-400/rounded/image.svg';
import inbox from '@material-symbols/svg-400/rounded/inbox.svg';
import keyboard from '@material-symbols/svg-400/rounded/keyboard.svg';
import label from '@material-symbols/svg-400/rounded/label.svg';
import lightMode from '@material-symbols/svg-400/rounded/light_mode.svg';
import locationOn from '@material-symbols/svg-400/rounded/location_on.svg';
import lock from '@material-symbols/svg-400/rounded/lock.svg';
import logout from '@material-symbols/svg-400/rounded/logout.svg';
import mail from '@material-symbols/svg-400/rounded/mail.svg';
import language from '@material-symbols/svg-400/rounded/translate.svg';
import markUnread from '@material-symbols/svg-400/rounded/mark_email_unread.svg';
import menu from '@material-symbols/svg-400/rounded/menu.svg';
import moreVert from '@material-symbols/svg-400/rounded/more_vert.svg';
import notifications from '@material-symbols/svg-400/rounded/notifications.svg';
import pause from '@material-symbols/svg-400/rounded/pause.svg';
import person from '@material-symbols/svg-400/rounded/person.svg';
import personOff from '@material-symbols/svg-400/rounded/person_off.svg';
import personRaisedHand from '@material-symbols/svg-400/rounded/person_raised_hand.svg';
import playArrow from '@material-symbols/svg-400/rounded/play_arrow.svg';
import preview from '@material-symbols/svg-400/rounded/preview.svg';
import print from '@material-symbols/svg-400/rounded/print.svg';
import replay from '@material-symbols/svg-400/rounded/replay.svg';
import reply from '@material-symbols/svg-400/rounded/reply.svg';
import restoreFromTrash from '@material-symbols/svg-400/rounded/restore_from_trash.svg';
import search from '@material-symbols/svg-400/rounded/search.svg';
import searchOff from '@material-symbols/svg-400/rounded/search_off.svg';
import send from '@material-symbols/svg-400/rounded/send.svg';
import settings from '@material-symbols/svg-400/rounded/settings.svg';
import settingsBrightness from '@material-symbols/svg-400/rounded/settings_brightness.svg';
import stacks from '@material-symbols/svg-400/rounded/stacks.svg';
import sync from '@material-symbols/svg-400/rounded/sync.svg';
import syncProblem from '@material-symbols/svg-400/rounded/sync_problem.svg';
import textSnippet from '@material-symbols/svg-400/rounded/text_snippet.svg';
import ticket from '@material-symbols/svg-400/rounded/confirmation_number.svg';
import upload from '@material-symbols/svg-400/rounded/upload.svg';
import viewColumn from '@material-symbols/svg-400/rounded/view_column.svg';
import visibility from '@material-symbols/svg-400/rounded/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/rounded/visibility_off.svg';

/** Every icon that the screens use, bundled: nothing is fetched, and an unused one is not shipped. */
const ICONS = {
  'account-circle': accountCircle,
  add,
  apartment,
  api,
  'arrow-back': arrowBack,
  'arrow-downward': arrowDownward,
  'arrow-upward': arrowUpward,
  'attach-file': attachFile,
  block,
  bookmark,
  call,
  cancel,
  category,
  chart,
  check,
  'check-circle': checkCircle,
  checklist,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  close,
  'cloud-off': cloudOff,
  computer,
  'content-copy': contentCopy,
  'dark-mode': darkMode,
  delete: deleteIcon,
  download,
  drag: dragIndicator,
  description,
  draft,
  edit,
  error,
  'expand-more': expandMore,
  'filter-list': filterList,
  flag,
  forum,
  group,
  help,
  history,
  hourglass,
  image,
  inbox,
  keyboard,
  label,
  language,
  'light-mode': lightMode,
  'location-on': locationOn,
  lock,
  logout,
  mail,
  'mark-unread': markUnread,
  menu,
  'more-vert': moreVert,
  notifications,
  pause,
  person,
  'person-off': personOff,
  'play-arrow': playArrow,
  preview,
  print,
  'raised-hand': personRaisedHand,
  replay,
  reply,
  restore: restoreFromTrash,
  search,
  'search-off': searchOff,
  send,
  settings,
  'settings-brightness': settingsBrightness,
  stacks,
  sync,
  'sync-problem': syncProblem,
  'text-snippet': textSnippet,
  ticket,
  upload,
  'view-column': viewColumn,
  visibility,
  'visibility-off': visibilityOff,
} as const;

export type IconName = keyof typeof ICONS;

export const ICON_NAMES: readonly string[] = Object.keys(ICONS);

/**
 * Makes `<mat-icon svgIcon="…">` know them. Called by the frames and pages that draw icons, for the front page does
 * without them and should not carry them.
 */
export function registerIcons(): void {
  const registry = inject(MatIconRegistry);
  const sanitizer = inject(DomSanitizer);
  for (const [name, svg] of Object.entries(ICONS)) {
    registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
  }
}
