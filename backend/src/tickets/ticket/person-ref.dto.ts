/** A person as other people see him. */
export class PersonRefDto {
  id!: string;
  name!: string;

  /** Only for staff. */
  email?: string;
}

export class CategoryRefDto {
  id!: string;
  name!: string;
}
