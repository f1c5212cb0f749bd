/** Lengths in characters (Unicode code units, as the browser counts them) unless another unit is named. */
export const LIMITS = {
  subject: { min: 3, max: 150 },
  description: { min: 1, max: 20_000 },
  comment: { min: 1, max: 20_000 },
  reason: { min: 1, max: 500 },
  name: { min: 1, max: 100 },
  email: { max: 254 },
  phone: { max: 40 },
  place: { max: 100 },
  /** bcrypt reads 72 bytes; a longer password is refused, never cut. */
  password: { min: 8, maxBytes: 72 },
  page: { default: 25, max: 100 },
} as const;
