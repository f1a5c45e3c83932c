import { Schema } from 'mongoose'

/** A path of a mongoose schema. Nothing is ever cast: a number in a text field is a mistake, not a text. */
export interface Field {
  type: unknown
  required: boolean
  [option: string]: unknown
}

/** Every field of a type must be declared; a forgotten one does not compile. */
export type Fields<T> = { [K in keyof T]-?: Field }

// mongoose refuses an empty text where one is required; to us an empty text is a value.
Schema.Types.String.checkRequired(value => typeof value === 'string')

/** Keys stay short, so that every index entry fits in one key of the embedded engine. */
export const LONGEST_KEY = 200

export const key = (): Field => ({
  type: String,
  required: true,
  cast: false,
  minlength: 1,
  maxlength: LONGEST_KEY,
})
export const text = (): Field => ({ type: String, required: true, cast: false })
export const number = (): Field => ({ type: Number, required: true, cast: false })
export const flag = (): Field => ({ type: Boolean, required: true, cast: false })

export const oneOf = (values: readonly string[]): Field => ({ ...text(), enum: [...values] })

/** `oneOf` for a union of names: the record makes the compiler ask for every member. */
export const named = <T extends string>(members: Record<T, true>): Field => oneOf(Object.keys(members))

/** Free form, as far as `fits` allows; then it is only ever set as a whole. */
export const free = (fits?: (value: unknown) => boolean): Field => ({
  type: Schema.Types.Mixed,
  required: true,
  ...(fits ? { validate: fits } : {}),
})

export const listOf = (field: Field): Field => ({
  type: [{ ...field }],
  required: true,
  default: undefined,
})

const differ = (list: readonly unknown[]) => new Set(list).size === list.length

/** Each at most once; a unique list is one of these. */
export const setOf = (field: Field): Field => ({ ...listOf(field), validate: differ })

export const mapOf = (field: Field): Field => ({ type: Map, of: { ...field }, required: true })

export const object = <T>(fields: Fields<T>): Field => ({ type: schemaOf(fields, false), required: true })

export const optional = (field: Field): Field => ({ ...field, required: false })

/** One collection's schema: our own `_id`, no version key, no timestamps, nothing undeclared. */
export const collection = <T extends { _id: string }>(
  fields: Fields<Omit<T, '_id'>>,
  indexes: readonly IndexOf<T>[] = [],
): Schema => {
  const schema = schemaOf({ _id: key(), ...fields }, false)
  for (const { on, unique } of indexes) {
    const paths = Object.fromEntries(on.map(path => [path, 1 as const]))
    const [first = ''] = on
    // Absent values and empty lists are not held against each other.
    schema.index(
      paths,
      unique ? { unique: true, partialFilterExpression: { [first]: { $gt: '' } } } : undefined,
    )
  }
  return schema
}

interface IndexOf<T> {
  on: readonly (keyof T & string)[]
  /** Of one field only. */
  unique?: boolean
}

function schemaOf(fields: Record<string, unknown>, id: boolean): Schema {
  return new Schema(fields as never, {
    _id: id,
    strict: 'throw',
    versionKey: false,
    timestamps: false,
    minimize: false,
    autoIndex: false,
  })
}
