/** Keeps passwords so that who reads the store cannot use them. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long when there is nothing to compare with, so that time tells nothing. */
  fits(password: string, hash: string | undefined): Promise<boolean>
}
