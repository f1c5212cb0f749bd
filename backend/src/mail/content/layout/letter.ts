/** A part of a mail. Its texts are plain: both forms show them as they are, and only `markdown` is read as such. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly above?: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | Said
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** To be copied as it stands. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly url: string; readonly quiet?: boolean };

/** What somebody wrote, whole. */
export interface Said {
  readonly kind: 'said';
  /** Who wrote it, and when. */
  readonly head: string;
  readonly markdown: string;
  /** What comes with it, such as the names of files. */
  readonly foot?: string;
  /** A note stands out as what only staff see. */
  readonly isNote?: boolean;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Why one gets the mail and where that is changed. */
export interface FooterLine {
  readonly text: string;
  readonly link?: { readonly label: string; readonly url: string };
}

/** A mail before it has a form. */
export interface Letter {
  /** BCP 47, of the texts. */
  readonly language: string;
  readonly organisation: string;
  readonly subject: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly FooterLine[];
}

/** A mail as it is sent and kept. */
export interface LaidOut {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
