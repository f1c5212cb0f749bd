/** What the tokens of this installation are made with. Known before the app is built, for nothing works without. */
export class InstallationKeys {
  constructor(
    /** Signs access tokens and the proofs against cross-site requests. */
    readonly jwtSecret: string,
    /** Issuer of the tokens. */
    readonly installationId: string,
  ) {}

  /** Short enough for a cookie's name, long enough to tell installations apart. */
  get cookieSuffix(): string {
    return this.installationId.replaceAll('-', '').slice(0, 12);
  }
}
