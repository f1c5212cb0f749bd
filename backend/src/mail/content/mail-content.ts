/** What a mail says, in both of its forms. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By their names, beside those that every mail has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Parts of links that only the recipient may read: the mail log shows dots in their place. */
  readonly secrets?: readonly string[];
}
